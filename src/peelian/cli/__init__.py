"""cli: the command line. Arguments go in; data comes out on stdout, everything else on stderr.

    app        the group of commands, what each error becomes, the exit codes in use
    exits      the exit codes
    inputs     paths, folders, globs and addresses as a list of sources, each with its id
    work       one source read into outcomes, each a document in the output's format or a failure
    pool       outcomes from several processes, in the order of the sources
    journal    what an output holds already, so that an interrupted run goes on
    output     where outcomes are written: jsonl, json, csv
    read, show, schema, score   the commands

This module and the commands import only Click at their top: ``peelian --help`` stays quick.
"""

from peelian.cli.app import main

__all__ = ["main"]
