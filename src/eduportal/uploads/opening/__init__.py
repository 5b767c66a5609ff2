"""What opens files of strangers, mostly in a process of its own: ``python …/uploads/opening``.

Plain Python without Zope: half of that process's time is starting up. Started by the path of this
folder, it imports its neighbours by their bare names.
"""
