"""`python -m numclaims`: the command line, for environments whose scripts are not on the path."""

from numclaims.cli import main

if __name__ == "__main__":
    main(prog_name="numclaims")
