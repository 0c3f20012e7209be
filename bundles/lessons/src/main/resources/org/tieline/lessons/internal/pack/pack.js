(() => {
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = text => plain(text).match(/[\p{L}\p{N}]+/gu) || [];
  const list = document.getElementById('list');
  const count = document.getElementById('count');
  const entries = [...list.querySelectorAll('article')].map(article => ({
    article,
    title: words(article.querySelector('summary').textContent),
    all: words(article.textContent),
  }));
  const has = (held, word) => held.some(one => one.startsWith(word));
  const points = (entry, asked) => {
    let sum = 0;
    for (const word of asked) {
      if (has(entry.title, word)) sum += 5;
      else if (has(entry.all, word)) sum += 1;
      else return 0;
    }
    return sum;
  };
  const show = () => {
    const asked = words(document.getElementById('words').value);
    const found = entries
      .map((entry, place) => ({ entry, place, points: asked.length ? points(entry, asked) : 1 }))
      .filter(one => one.points > 0)
      .sort((a, b) => b.points - a.points || a.place - b.place);
    entries.forEach(entry => { entry.article.hidden = true; });
    found.forEach(one => { one.entry.article.hidden = false; list.append(one.entry.article); });
    count.textContent = found.length === 1 ? 'One found' : found.length + ' found';
  };
  document.getElementById('words').addEventListener('input', show);
  show();
})();
