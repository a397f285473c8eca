# Completion of tetrapla for bash. Checked against the program by tests/install/manual_test.py.
_tetrapla() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'annotate collate reuse --help --version' -- "$current")
    return
  fi
  case $previous in
    -o | --meta | --model)
      compopt -o default
      return
      ;;
    --format)
      case $command in
        collate) mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current") ;;
        reuse) mapfile -t COMPREPLY < <(compgen -W 'text jsonl' -- "$current") ;;
      esac
      return
      ;;
    --color)
      mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current")
      return
      ;;
    --layers)
      local done=
      [[ $current == *,* ]] && done=${current%,*},
      mapfile -t COMPREPLY < <(compgen -P "$done" -W 'paragraphs sentences tokens entities excluded' -- "${current##*,}")
      compopt -o nospace
      return
      ;;
    --about | --columns | --max-input-size | --threads) return ;;
  esac
  if [[ $current == -* ]]; then
    local options='-o --meta --model --threads --max-input-size --color --quiet --version --help'
    case $command in
      annotate) options+=' --layers' ;;
      collate) options+=' --about --format --columns --full' ;;
      reuse) options+=' --pairs --format --columns --full' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    compopt -o default
  fi
}
complete -F _tetrapla tetrapla
