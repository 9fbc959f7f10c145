#!/usr/bin/env python3
"""Runs the notebook and the R script of docs/notebooks on the project's corpus, in a folder of their own.

usage: run_notebooks.py PROJECT MUSTER
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PNG = b"\x89PNG"


def notebook(project, folder, env):
    source = folder / "reports.ipynb"
    shutil.copy(project / "docs/notebooks/reports.ipynb", source)
    done = subprocess.run([sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done.ipynb", source.name],
                          cwd=folder, env=env, capture_output=True, text=True, timeout=300)
    if done.returncode:
        return ["the notebook failed:\n" + done.stderr[-3000:]]
    cells = json.loads((folder / "done.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [o for c in cells if c["cell_type"] == "code" for o in c["outputs"]]
    printed = "".join("".join(o.get("text", [])) for o in outputs)
    problems = []
    if "documents, 0 could not be read" not in printed:
        problems.append("the notebook did not count the documents:\n" + printed)
    if not any("image/png" in o.get("data", {}) for o in outputs):
        problems.append("the notebook shows no plot")
    if not any("metric" in "".join(o.get("data", {}).get("text/html", [])) for o in outputs):
        problems.append("the notebook shows no table of staffing")
    if (folder / "statuses.png").read_bytes()[:4] != PNG:
        problems.append("the notebook wrote no picture")
    return problems


def r_script(project, folder, env):
    done = subprocess.run(["Rscript", str(project / "docs/notebooks/reports.R"), env["MUSTER_CORPUS"], "r.png"],
                          cwd=folder, env=env, capture_output=True, text=True, timeout=300)
    if done.returncode:
        return ["the R script failed:\n" + done.stdout[-2000:] + done.stderr[-2000:]]
    problems = []
    for wanted in ("documents, 0 could not be read", "almost_met", "facts about staff"):
        if wanted not in done.stdout:
            problems.append(f"the R script did not print '{wanted}':\n{done.stdout}")
    if (folder / "r.png").read_bytes()[:4] != PNG:
        problems.append("the R script wrote no picture")
    return problems


def main():
    project, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bin").mkdir()
        (folder / "bin/muster").symlink_to(program)
        env = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(project / "python"), "HOME": name,
               "MUSTER_CORPUS": str(project / "corpus/texts"), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        env.pop("MUSTER_PROGRAM", None)
        env.pop("MPLBACKEND", None)   # the notebook's own shows the plot in its cell
        problems = notebook(project, folder, env) + r_script(project, folder, env)
    for problem in problems:
        print(problem)
    print(f"2 notebooks, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
