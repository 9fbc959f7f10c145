#!/usr/bin/env python3
"""muster.distributed on a Dask scheduler and two workers, each a process of its own on the loopback.

usage: check_dask.py MUSTER PROJECT

The records come in the order of one run and are equal to its own, whatever the number of shares; also when a worker is
lost in the midst of the work. Skipped (77) without python3-distributed.
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

import machines

try:
    import distributed
    from distributed import Client
except ImportError:
    machines.skip("no python3-distributed: sh cmake/packages.sh machines installs it")


def main():
    muster, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    sys.path.insert(0, str(project / "python"))
    import muster as module
    import muster.distributed as cluster
    check = machines.Checks()
    with tempfile.TemporaryDirectory(prefix="muster-dask-") as temporary:
        folder = pathlib.Path(temporary)
        docs = machines.make_documents(folder / "docs")
        env = {**os.environ, "MUSTER_PROGRAM": muster, "PYTHONPATH": str(project / "python"), "HOME": temporary, "TMPDIR": temporary, "PYTHONDONTWRITEBYTECODE": "1",
               "DASK_DISTRIBUTED__WORKER__USE_FILE_LOCKING": "False"}
        os.environ["MUSTER_PROGRAM"] = muster
        known = folder / "scheduler.json"
        python = ["/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable, "-m"]

        with machines.Servers(folder, env) as servers:
            servers.start("scheduler", *python, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(known))
            if not machines.until(known.exists, 30):
                machines.skip("the Dask scheduler will not start here:\n" + servers.log("scheduler"))
            workers = [servers.start(f"worker{k}", *python, "distributed.cli.dask_worker", "--scheduler-file", str(known), "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny",
                                     "--no-dashboard", "--local-directory", str(folder / f"w{k}"), "--name", f"w{k}") for k in (1, 2)]
            with Client(scheduler_file=str(known), timeout=30) as client:
                client.wait_for_workers(2, timeout=60)
                one = list(module.extract(docs))
                check("one run", len(one) > 100, str(len(one)))
                check("and its unreadable line", sum(record.failed for record in one) == 1)
                for shares in (1, 3, None):
                    check(f"{shares} shares: the records of one run, in its order", list(cluster.extract(client, docs, shares=shares)) == one)
                ran = client.run(lambda: os.getpid())
                check("two workers", len(set(ran.values())) == 2)
                loose = list(cluster.extract(client, docs, shares=5, ordered=False))
                check("not in order: the same records", sorted(map(repr, loose)) == sorted(map(repr, one)))
                only = list(cluster.extract(client, [docs / "a001.txt", docs / "b.jsonl"], only=["staffing"], shares=3))
                check("options and several paths", only == list(module.extract([docs / "a001.txt", docs / "b.jsonl"], only=["staffing"])))
                for what, wanted, call in (("errors are raised", module.UnreadableError, lambda: list(cluster.extract(client, docs, errors="raise"))),
                                           ("a wrong flag is said", module.UsageError, lambda: list(cluster.extract(client, docs, no_such_flag=True))),
                                           ("flags of its own are refused", ValueError, lambda: list(cluster.extract(client, docs, shard="1/2")))):
                    try:
                        call()
                        check(what, False, "nothing was raised")
                    except wanted:
                        check(what, True)
                records = cluster.extract(client, docs, shares=12, ordered=False)
                some = [next(records)]
                os.killpg(workers[0].pid, signal.SIGKILL)
                some += records
                check("a worker that is lost costs nothing", sorted(map(repr, some)) == sorted(map(repr, one)), f"{len(some)} of {len(one)}")
    return check.end(f"Dask {distributed.__version__}, two workers")


if __name__ == "__main__":
    sys.exit(main())
