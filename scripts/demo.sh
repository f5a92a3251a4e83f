#!/bin/sh
# Runs the main job against the embedded newsroom and shows what came of it. Leaves demo/ as a Hugo
# site. With LLM_BASE_URL, LLM_API_KEY and LLM_MODEL set, a real model drafts.
set -eu

bin=$(swift build -c "${CONFIGURATION:-release}" --show-bin-path)
mkdir -p demo/config demo/state
cp -R config/demo/. demo/
cp -R config/prompts config/layouts demo/config/
mkdir -p demo/content/news

"$bin/caibian-newsroom" --for 1200 --ready-file demo/state/newsroom.json.new \
    --port "$(cat demo/state/port 2>/dev/null || echo 0)" --anchor demo/state/anchor \
    --write-feeds demo/config/feeds.yaml >demo/state/newsroom.log 2>&1 &
newsroom=$!
trap 'kill "$newsroom" 2>/dev/null || true' EXIT INT TERM
tries=0
until [ -s demo/state/newsroom.json.new ]; do
    kill -0 "$newsroom" 2>/dev/null || { cat demo/state/newsroom.log >&2; exit 1; }
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { echo "demo: the newsroom does not answer" >&2; exit 1; }
    sleep 0.1
done
mv demo/state/newsroom.json.new demo/state/newsroom.json
search=$(sed -n 's/.*"search" : "\(.*\)".*/\1/p' demo/state/newsroom.json)
model=$(sed -n 's/.*"model" : "\(.*\)",*/\1/p' demo/state/newsroom.json)
# The same addresses at the next run: what was read is known then.
echo "${search##*:}" >demo/state/port

cat >demo/config/caibian.yaml <<EOF
site:
  content: ../content/news
network:
  contact: https://example.org/caibian-demo
  allow: [127.20.0.0/16]
  feed_spacing: 0s
  page_spacing: 0s
search:
  - kind: searxng
    url: $search
    language: zh-CN
models:
  - url: ${LLM_BASE_URL:-$model}
    model: ${LLM_MODEL:-newsroom-extractive}
$([ -n "${LLM_API_KEY:-}" ] && echo "    key: {env: LLM_API_KEY}")
    price: {prompt: 2.00, answer: 8.00}
budget:
  article: {money: 2.00}
  day: {money: 20.00}
EOF

"$bin/caibian" once --now --config demo/config/caibian.yaml
echo
echo "Articles in demo/content/news:"
ls demo/content/news
first=$(ls demo/content/news/*.md 2>/dev/null | head -n 1)
if [ -n "$first" ]; then
    echo
    echo "The head of $first:"
    head -n 50 "$first"
fi
echo
echo "The queue:"
"$bin/caibian" queue list --all --config demo/config/caibian.yaml
if command -v hugo >/dev/null 2>&1; then
    echo
    hugo --source demo --quiet --panicOnWarning && echo "Built demo/public; look at it with: hugo server --source demo"
fi
