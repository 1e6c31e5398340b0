# The texts as they would be once the proposal is accepted: files that are read, and no link.
tree=$(git merge-tree --write-tree HEAD "$COMMIT") || {
  echo "[[ words.conflict ]]"
  exit 1
}
git -c core.symlinks=false restore --source="$tree" -- [[ docs | word ]]
git -c core.quotePath=false diff --name-only --no-renames "HEAD...$COMMIT" -- [[ docs | word ]] >"$PATHS"
