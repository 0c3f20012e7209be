(() => {
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = text => plain(text).match(/[\p{L}\p{N}]+/gu) || [];
  const box = document.getElementById('words');
  const list = document.getElementById('list');
  const count = document.getElementById('count');
  const entries = [...list.querySelectorAll('article')].map(article => ({
    article,
    title: [...new Set(words(article.querySelector('summary').textContent))],
    all: [...new Set(words(article.textContent))],
  }));
  const begins = (held, word) => held.startsWith(word);
  // A letter wrong, missing, too many, or two of them swapped; not in short words.
  const almost = (held, word) => {
    let same = 0;
    while (same < word.length && word[same] === held[same]) same++;
    const rest = word.slice(same);
    const other = held.slice(same);
    return word.length > 3 && (
      other.slice(1).startsWith(rest.slice(1)) || other.slice(1).startsWith(rest) || other.startsWith(rest.slice(1))
      || (rest.length > 1 && rest[0] === other[1] && rest[1] === other[0] && other.slice(2).startsWith(rest.slice(2))));
  };
  const has = (held, { word, fits }) => held.some(one => fits(one, word));
  // Nearly right words count only when nobody wrote them like that.
  const wanted = word => {
    const exact = { word, fits: begins };
    return entries.some(entry => has(entry.all, exact)) ? exact : { word, fits: almost };
  };
  const points = (entry, asked) => {
    let sum = 0;
    for (const one of asked) {
      if (has(entry.title, one)) sum += 5;
      else if (has(entry.all, one)) sum += 1;
      else return 0;
    }
    return sum;
  };
  const show = () => {
    const asked = words(box.value).map(wanted);
    const found = entries
      .map((entry, place) => ({ entry, place, points: asked.length ? points(entry, asked) : 1 }))
      .filter(one => one.points > 0)
      .sort((a, b) => b.points - a.points || a.place - b.place);
    entries.forEach(entry => { entry.article.hidden = true; });
    found.forEach(one => { one.entry.article.hidden = false; list.append(one.entry.article); });
    count.textContent = found.length === 0 ? 'Nothing found. Try fewer words.' : found.length === 1 ? 'One found' : found.length + ' found';
  };
  box.addEventListener('input', show);
  box.addEventListener('keydown', event => {
    const first = list.querySelector('article:not([hidden]) summary');
    if (event.key === 'Enter' && first) {
      event.preventDefault();
      first.parentElement.open = true;
      first.focus();
    }
  });
  show();
})();
