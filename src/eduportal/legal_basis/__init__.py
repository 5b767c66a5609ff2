"""Which rule is met where, said in public: REST ``@mandate`` and the page "Căn cứ pháp lý"."""
