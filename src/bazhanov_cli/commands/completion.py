"""`bazhanov completion`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer


class Shell(StrEnum):
    """The shells that completion is made for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


ShellName = Annotated[
    Shell, typer.Argument(metavar="SHELL", help=f"One of {', '.join(Shell)}.", show_default=False)
]

_BASH = """\
# Completion of bazhanov for bash: eval "$(bazhanov completion bash)"
_bazhanov() {
    local kind='' line
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(bazhanov __complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    case $kind in
        names) compopt -o filenames 2>/dev/null ;;
        files) compopt -o default 2>/dev/null ;;
    esac
}
complete -F _bazhanov bazhanov
"""

_ZSH = """\
#compdef bazhanov
# Completion of bazhanov for zsh: eval "$(bazhanov completion zsh)" after compinit, or keep this as
# a file _bazhanov in a folder of $fpath.
_bazhanov() {
    local -a lines values shown
    local line
    lines=("${(@f)$(
        bazhanov __complete zsh "${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" 2>/dev/null
    )}")
    if [[ $lines[1] == files ]]; then
        compset -P '--*='
        _files
        return
    fi
    for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
    done
    (( $#values )) && compadd -U -l -d shown -a values
}
if [[ $funcstack[1] == _bazhanov ]]; then
    _bazhanov "$@"
else
    compdef _bazhanov bazhanov
fi
"""

_FISH = """\
# Completion of bazhanov for fish: bazhanov completion fish | source
function __bazhanov_complete
    set -l lines (bazhanov __complete fish (commandline -cp) 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path (commandline -ct)
    else if set -q lines[2]
        printf '%s\\n' $lines[2..-1]
    end
end
complete -c bazhanov -e
complete -c bazhanov -f -a '(__bazhanov_complete)'
"""

_SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH}


def run(shell: ShellName) -> int:
    """Print a completion script for your shell.

    Add a line to the start-up file of your shell: in ~/.bashrc or ~/.zshrc,
    eval "$(bazhanov completion bash)" with the name of the shell; in ~/.config/fish/config.fish,
    bazhanov completion fish | source. No file of yours is changed.

    Example: bazhanov completion bash
    """
    sys.stdout.write(_SCRIPTS[shell])
    return 0
