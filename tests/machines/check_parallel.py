#!/usr/bin/env python3
"""GNU parallel over ssh to two machines (an sshd of the test's own, on the loopback), one share a job: merged, the bytes of one run.

usage: check_parallel.py MUSTER

Where sshd will not start, parallel runs the same jobs here, and the test says so. Skipped (77) without GNU parallel.
"""
import getpass
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import machines

SHARES = 4
COMMAND = "cd {folder} && muster extract -q -j1 docs --shard {{}}/{shares} --resume -o {run}/{{}}"


def start_ssh(folder, servers, path):
    """An sshd with keys of its own; the file for `ssh -F` that knows the machines m1 and m2. None: it will not start."""
    ssh, sshd, keygen = (shutil.which(name, path=path) for name in ("ssh", "sshd", "ssh-keygen"))
    if not (ssh and sshd and keygen):
        return None
    for name in ("host", "user"):
        subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "user.pub", folder / "allowed")
    port = machines.free_port()
    tools = folder / "tools"
    (folder / "sshd.conf").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/allowed\nStrictModes no\nUsePAM no\n"
        f"PidFile none\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 50\nSetEnv PATH={tools}:{path}\n")
    (folder / "ssh.conf").write_text(
        f"Host m1 m2\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n  IdentityFile {folder}/user\n  IdentitiesOnly yes\n"
        f"  UserKnownHostsFile /dev/null\n  StrictHostKeyChecking no\n  LogLevel ERROR\n")
    if os.getuid() == 0:
        os.makedirs("/run/sshd", mode=0o755, exist_ok=True)   # where sshd locks its unprivileged half in
    servers.start("sshd", sshd, "-D", "-e", "-f", str(folder / "sshd.conf"))
    hello = [ssh, "-F", str(folder / "ssh.conf"), "-o", "BatchMode=yes", "m1", "true"]
    if not machines.until(lambda: subprocess.run(hello, capture_output=True).returncode == 0, 10, 0.3):
        return None
    return f"{ssh} -F {folder}/ssh.conf"


def main():
    muster = str(pathlib.Path(sys.argv[1]).resolve())
    parallel, = machines.need("parallel")
    check = machines.Checks()
    with tempfile.TemporaryDirectory(prefix="muster-parallel-") as temporary:
        folder = pathlib.Path(temporary)
        machines.make_documents(folder / "docs")
        (folder / "tools").mkdir()
        (folder / "tools" / "muster").symlink_to(muster)
        path = f"{os.environ['PATH']}:/usr/sbin:/sbin"
        env = {**os.environ, "PATH": f"{folder}/tools:{path}", "HOME": str(folder)}

        def call(*words):
            return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=100)

        one = call("muster", "extract", "-q", "docs", "-o", "one.jsonl")
        check("one run", one.returncode == 3, one.stderr)
        want = (folder / "one.jsonl").read_bytes()
        shares = [str(k) for k in range(1, SHARES + 1)]
        with machines.Servers(folder, env) as servers:
            ssh = start_ssh(folder, servers, path)
            if ssh is None:
                print("sshd will not start here, parallel runs its jobs on this machine\n" + servers.log("sshd"))
            where = ["--ssh", ssh, "--sshlogin", "1/m1,1/m2"] if ssh else ["-j2"]
            for attempt in ("first", "again"):
                log = folder / f"{attempt}.log"
                done = call(parallel, *where, "--will-cite", "--joblog", str(log), COMMAND.format(folder=folder, shares=SHARES, run="run"), ":::", *shares)
                codes = [int(line.split("\t")[6]) for line in log.read_text().splitlines()[1:]]
                check(f"{attempt}: every share ends with 0 or 3", len(codes) == SHARES and set(codes) <= {0, 3}, f"{codes} {done.stderr[:500]}")
                check(f"{attempt}: parallel counts the shares with unreadable documents", done.returncode == sum(c != 0 for c in codes), str(done.returncode))
                if ssh:
                    hosts = {line.split("\t")[1] for line in log.read_text().splitlines()[1:]}
                    check(f"{attempt}: both machines worked", hosts == {"m1", "m2"}, str(hosts))
                merged = call("muster", "merge", *[f"run/{k}" for k in shares], "-o", "merged.jsonl")
                check(f"{attempt}: merged, the bytes of one run", merged.returncode == 3 and (folder / "merged.jsonl").read_bytes() == want, merged.stderr)
    return check.end(f"GNU parallel, {SHARES} shares, {'ssh to two machines' if ssh else 'this machine'}")


if __name__ == "__main__":
    sys.exit(main())
