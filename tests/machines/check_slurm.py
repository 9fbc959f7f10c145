#!/usr/bin/env python3
"""A Slurm job array of docs/batch/muster-array.sbatch on a real slurmctld and slurmd, this machine being the whole cluster.

usage: check_slurm.py MUSTER PROJECT

The merged output of four tasks is that of one run, to the byte; so it is when a task is taken off its machine and queued
again in the midst of its work, and goes on. Configuration, state and logs lie in a temporary folder, the ports are free
ones. Skipped (77) where Slurm is missing or will not start.
"""
import getpass
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile

import machines

SHARES = 4


def configure(folder, slurmd):
    """slurm.conf: no accounts, no cgroups, no keys: a cluster for a test."""
    who, name = getpass.getuser(), socket.gethostname().split(".")[0]
    said = subprocess.run([slurmd, "-C"], capture_output=True, text=True).stdout
    memory = re.search(r"RealMemory=(\d+)", said)
    settings = {
        "ClusterName": "muster", "SlurmctldHost": f"{name}(127.0.0.1)", "SlurmUser": who, "SlurmdUser": who,
        "SlurmctldPort": machines.free_port(), "SlurmdPort": machines.free_port(),
        "AuthType": "auth/none", "CredType": "cred/none", 
        "StateSaveLocation": folder / "state", "SlurmdSpoolDir": folder / "spool", "SlurmctldPidFile": folder / "ctld.pid",
        "SlurmdPidFile": folder / "slurmd.pid", "ProctrackType": "proctrack/pgid", "TaskPlugin": "task/none", "SwitchType": "switch/none",
        "JobAcctGatherType": "jobacct_gather/none", "AccountingStorageType": "accounting_storage/none", "JobCompType": "jobcomp/none",
        "MpiDefault": "none", "ReturnToService": 2, "SchedulerType": "sched/builtin", "SelectType": "select/cons_tres",
        "SelectTypeParameters": "CR_Core", "MinJobAge": 300, "KillWait": 2, "MailProg": "/bin/true", "SchedulerParameters": "batch_sched_delay=0,sched_interval=1,defer",
    }
    cores = len(os.sched_getaffinity(0))
    lines = [f"{key}={value}" for key, value in settings.items()]
    lines += [f"NodeName={name} NodeAddr=127.0.0.1 CPUs={cores} RealMemory={memory.group(1) if memory else 1000} State=UNKNOWN",
              f"PartitionName=all Nodes={name} Default=YES MaxTime=60 State=UP"]
    for part in ("state", "spool"):
        (folder / part).mkdir(mode=0o700)
    (folder / "slurm.conf").write_text("\n".join(lines) + "\n")
    return name


# In the place of muster: the second task's first try stands still once it has written something, as a machine that hangs.
HANGS = """#!/bin/sh
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ -z "$SLURM_RESTART_COUNT" ]; then
  "{muster}" "$@" & pid=$!
  while kill -0 $pid 2>/dev/null && ! grep -qs upto "{manifest}"; do sleep 0.02; done
  kill -STOP $pid
  touch "{hangs}"
  sleep 600
fi
exec "{muster}" "$@"
"""


def main():
    muster, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    ctld, slurmd, sbatch, scontrol, sinfo, scancel = machines.need("slurmctld", "slurmd", "sbatch", "scontrol", "sinfo", "scancel")
    check = machines.Checks()
    with tempfile.TemporaryDirectory(prefix="muster-slurm-") as temporary:
        folder = pathlib.Path(temporary)
        docs = machines.make_documents(folder / "docs")
        tools = folder / "tools"
        tools.mkdir()
        name = configure(folder, slurmd)
        env = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf"), "PATH": f"{tools}:{os.environ['PATH']}:/usr/sbin"}

        def call(*words):
            return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, timeout=60)

        def use(script):
            (tools / "muster").unlink(missing_ok=True)
            if script is None:
                (tools / "muster").symlink_to(muster)
            else:
                (tools / "muster").write_text(script)
                (tools / "muster").chmod(0o755)

        def submit(run, *flags):
            said = call(sbatch, "--parsable", f"--array=1-{SHARES}", "--cpus-per-task=1", "--mem=0", str(project / "docs/batch/muster-array.sbatch"),
                        str(SHARES), run, docs.name, *flags)
            check(f"{run}: sbatch takes the array", said.returncode == 0, said.stderr)
            return said.stdout.strip()

        def states(job):
            return re.findall(r"JobState=(\w+)", call(scontrol, "show", "job", job).stdout)

        def done(job):
            have = states(job)
            return have if have and all(s in ("COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL") for s in have) else None

        with machines.Servers(folder, env) as servers:
            servers.start("slurmctld", ctld, "-D", "-c", "-f", str(folder / "slurm.conf"))
            servers.start("slurmd", slurmd, "-D", "-f", str(folder / "slurm.conf"), "-N", name)
            if not machines.until(lambda: call(sinfo, "-h", "-o", "%T").stdout.strip() == "idle", 30, 0.3):
                machines.skip("slurmctld and slurmd will not start here:\n" + servers.log("slurmctld") + servers.log("slurmd"))

            use(None)
            one = call(muster, "extract", "-q", docs.name, "-o", "one.jsonl")
            want = (folder / "one.jsonl").read_bytes()
            check("one run", one.returncode == 3 and len(want) > 10000, one.stderr)

            job = submit("run")
            ended = machines.until(lambda: done(job), 60, 0.3)
            check("all tasks are done", ended == ["COMPLETED"] * SHARES, str(states(job)) + servers.log("slurmctld"))
            merged = call(muster, "merge", *[f"run/{k}" for k in range(1, SHARES + 1)], "-o", "merged.jsonl")
            check("merged: the bytes of one run", merged.returncode == 3 and (folder / "merged.jsonl").read_bytes() == want, merged.stderr)

            manifest = folder / "again" / "2" / "manifest.jsonl"
            use(HANGS.format(muster=muster, manifest=manifest, hangs=folder / "hangs"))
            job = submit("again", "--part-size", "2K")
            check("a task hangs in the midst of its work", machines.until(lambda: (folder / "hangs").exists(), 60), servers.log("slurmctld"))
            before = manifest.read_text() if manifest.exists() else ""
            check("it had begun and was not done", '"upto"' in before and '"end"' not in before, before[-300:])
            said = call(scontrol, "requeue", f"{job}_2")
            check("it is queued again", said.returncode == 0, said.stderr)
            machines.until(lambda: "PENDING" in states(f"{job}_2"), 30)
            call(scontrol, "update", f"JobId={job}_2", "StartTime=now")   # else Slurm waits two minutes
            ended = machines.until(lambda: done(job), 60, 0.3)
            check("all tasks are done, the one taken off too", ended == ["COMPLETED"] * SHARES, str(states(job)) + servers.log("slurmctld"))
            check("it went on with what was there", manifest.exists() and manifest.read_text().startswith(before[:before.rfind("\n") + 1]))
            merged = call(muster, "merge", *[f"again/{k}" for k in range(1, SHARES + 1)], "-o", "merged2.jsonl")
            check("merged: the bytes of one run, nothing twice", merged.returncode == 3 and (folder / "merged2.jsonl").read_bytes() == want, merged.stderr)
            call(scancel, job)
    return check.end(f"a Slurm array of {SHARES} tasks, one of them queued again")


if __name__ == "__main__":
    sys.exit(main())
