"""Several processes store in one database at once, and one of them is killed."""

from eduportal.visits import store
from eduportal.visits.process import Process
from threading import Thread
from transaction import TransactionManager
from ZODB.MappingStorage import DB
import os
import signal
import subprocess
import sys
import textwrap
import ZODB


def stored(database):
    manager = TransactionManager()
    connection = database.open(manager)
    try:
        return store.total(connection.root(), "hoa-sen")
    finally:
        manager.abort()
        connection.close()


def test_processes_that_store_at_once_lose_nothing(monkeypatch):
    monkeypatch.delenv("VAR", raising=False)
    database = DB()

    def work(name):
        process = Process()
        process._database = database
        for number in range(15):
            process.counter.hit("hoa-sen", "news", f"{name}{number}", process.now())
            assert process.flush()

    threads = [Thread(target=work, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert stored(database) == {"": (45, 45), "news": (45, 45)}


CHILD = """
    from eduportal.visits.keeper import Keeper, _store_before_the_end
    from eduportal.visits.process import Process
    from ZODB.DB import DB
    import sys, time
    process = Process()
    process._database = DB(sys.argv[1])
    process.counter.hit("hoa-sen", "", "lan", process.now())
    keeper = Keeper(process, share=0.05, store=0.1)
    keeper.start()
    time.sleep(0.5)
    keeper._rounds = 10**9
    process.counter.hit("hoa-sen", "", "minh", process.now())
    _store_before_the_end(keeper)
    print("ready", flush=True)
    time.sleep(60)
"""


def test_a_killed_process_loses_its_last_minute_and_a_stopped_one_nothing(tmp_path):
    found = []
    for number in (signal.SIGKILL, signal.SIGTERM):
        file = tmp_path / f"{number}.fs"
        child = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(CHILD), str(file)],
            stdout=subprocess.PIPE,
            env=os.environ | {"VAR": str(tmp_path / str(int(number)))},
        )
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(number)
        assert child.wait(30) == -number
        database = ZODB.DB(str(file))
        found.append(stored(database))
        database.close()
    assert found == [{"": (1, 1)}, {"": (2, 2)}]
