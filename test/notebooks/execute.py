"""Runs a notebook in a clean kernel, keeps its outputs, and tells the processor time that it took."""

import resource
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook).execute()
nbformat.write(notebook, path)
kernel = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{path}: {kernel.ru_utime + kernel.ru_stime:.1f} s of processor time")
