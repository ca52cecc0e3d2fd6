// Makes the chat page live. Without it the same forms work by reloading the page. Served as it stands: its types are
// in comments and checked by `tsc -p adapters/web/assets`.

/** @typedef {{ id: string, html: string, scope: string }} Turn */

const chat = element('chat', HTMLElement);
const turns = element('turns', HTMLElement);
const ask = element('ask', HTMLFormElement);
const text = element('text', HTMLTextAreaElement);
const picker = element('file', HTMLInputElement);
const picked = element('picked', HTMLOutputElement);
const unpick = element('unpick', HTMLButtonElement);
const scope = element('scope', HTMLDetailsElement);
const scopeNow = element('scope-now', HTMLElement);
/**
 * What this script says, in the language of the page.
 * @type {{ waiting: string, tooFast: string, failed: string, offline: string, tooLarge: string, given: string }}
 */
const words = JSON.parse(chat.dataset.words ?? '{}');
/** Id of the turn that the stream continues after. */
let last = chat.dataset.last ?? '';

/**
 * @template {HTMLElement} Type
 * @param {string} id
 * @param {{ new (): Type }} type
 * @returns {Type}
 */
function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`no ${id} on this page`);
  return found;
}

/** A fresh id, so that a message sent twice counts once. crypto.randomUUID isn't there over plain http. */
function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Element} part */
function scrollTo(part) {
  // The start of a long answer matters more than its end.
  part.scrollIntoView({ block: part.clientHeight > window.innerHeight * 0.6 ? 'start' : 'nearest' });
}

/**
 * Shows a turn once; it comes both as the answer to the form and over the stream.
 * @param {Turn} turn
 */
function show({ id, html, scope: now }) {
  last = id;
  scopeNow.textContent = now;
  if (document.getElementById(`turn-${id}`) !== null) return;
  document.getElementById('welcome')?.remove();
  const template = document.createElement('template');
  // The server escapes everything in it that isn't its own.
  template.innerHTML = html;
  const article = template.content.firstElementChild;
  if (article === null) return;
  // What is asked next is about the latest answer.
  for (const before of turns.querySelectorAll('.follow')) before.remove();
  const waiting = turns.querySelector('.waiting');
  if (waiting === null) turns.append(article);
  else waiting.before(article);
  scrollTo(article);
}

/** Characters of a message that are shown while it waits; a whole notice would fill many screens. */
const MOST_WAITING = 300;

/**
 * A turn that has no answer yet.
 * @param {string} said
 */
function showWaiting(said) {
  const shown = said.length <= MOST_WAITING ? said : `${said.slice(0, MOST_WAITING)}…`;
  const article = document.createElement('article');
  article.className = 'turn waiting';
  const [own, reply] = [document.createElement('div'), document.createElement('div')];
  own.className = 'said';
  reply.className = 'reply';
  for (const [part, content] of /** @type {const} */ ([
    [own, shown],
    [reply, words.waiting],
  ])) {
    const line = document.createElement('p');
    line.textContent = content;
    part.append(line);
  }
  article.append(own, reply);
  document.getElementById('welcome')?.setAttribute('hidden', '');
  turns.append(article);
  scrollTo(article);
  return article;
}

/** The file that is picked; null where none is. */
const pickedFile = () => picker.files?.item(0) ?? null;

/**
 * Puts a file into the picker, or takes it out.
 * @param {File | null} file
 */
function pick(file) {
  const transfer = new DataTransfer();
  if (file !== null) transfer.items.add(file);
  picker.files = transfer.files;
  showPicked();
}

/** The picker shows what is picked in the page's own words, and says at once when that is too large. */
function showPicked() {
  const file = pickedFile();
  const most = Number(picker.dataset.most);
  const tooLarge = file !== null && file.size > most;
  const wrong = tooLarge ? words.tooLarge.replace('{MB}', String(Math.floor(most / 1e6))) : '';
  picked.textContent = wrong === '' ? (file?.name ?? '') : wrong;
  picked.classList.toggle('wrong', tooLarge);
  picker.setCustomValidity(wrong);
  unpick.hidden = file === null;
  text.required = file === null;
}

/**
 * What a form sends: with a file as multipart, without as a form would by default.
 * @param {FormData} fields
 * @param {File | null} file
 */
function bodyOf(fields, file) {
  if (file !== null) return fields;
  fields.delete('file');
  return new URLSearchParams(/** @type {[string, string][]} */ ([...fields]));
}

/**
 * Why the server didn't answer, in its own words where it has some.
 * @param {Response} response
 */
async function reasonOf(response) {
  if (response.status === 429) return words.tooFast;
  if (response.headers.get('content-type')?.includes('problem+json') && response.status !== 500) {
    /** @type {{ detail: string }} */
    const { detail } = await response.json();
    return `${detail}。`;
  }
  return words.failed;
}

/**
 * What a person sees as said: the file and what was typed, or the words on the button.
 * @param {FormData} fields
 * @param {File | null} file
 * @param {HTMLElement | null} button
 */
function wordsOf(fields, file, button) {
  const place = fields.get('place');
  if (typeof place === 'string' && place !== '') return `我在${place}`;
  const typed = fields.get('text');
  const text = typeof typed === 'string' ? typed : '';
  if (file !== null) return [`文件：${file.name}`, text].join('\n').trim();
  return text !== '' ? text : (button?.textContent ?? '');
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
async function send(form, button) {
  const fields = new FormData(form, button);
  fields.set('event', freshId());
  const file = form === ask ? pickedFile() : null;
  const typed = text.value;
  const said = wordsOf(fields, file, button);
  if (said.trim() === '') return;
  const buttons = [...form.querySelectorAll('button')];
  for (const each of buttons) each.disabled = true;
  if (form === ask) {
    text.value = '';
    fitHeight();
    pick(null);
  }
  for (const failed of turns.querySelectorAll('.failed')) failed.remove();
  form.closest('details')?.removeAttribute('open');
  const waiting = showWaiting(said);
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: bodyOf(fields, file),
    });
    if (!response.ok) throw new Error(await reasonOf(response));
    /** @type {{ turn: Turn | null }} */
    const { turn } = await response.json();
    waiting.remove();
    if (turn !== null) show(turn);
    if (form.classList.contains('feedback')) thank(form, said);
    follow();
  } catch (error) {
    waiting.classList.replace('waiting', 'failed');
    const line = waiting.querySelector('.reply p');
    // The browser's own error for "no connection" is a TypeError in English.
    if (line !== null)
      line.textContent =
        error instanceof TypeError || !(error instanceof Error) ? words.offline : error.message;
    if (form === ask && text.value === '' && pickedFile() === null) {
      text.value = typed;
      pick(file);
    }
    fitHeight();
  } finally {
    for (const each of buttons) each.disabled = false;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} word
 */
function thank(form, word) {
  const line = document.createElement('p');
  line.className = 'given';
  line.textContent = `${words.given}${word}`;
  form.replaceWith(line);
}

/** The field grows with what is typed. */
function fitHeight() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

/** @type {EventSource | undefined} */
let stream;

/** Turns from other tabs come over the stream; the browser connects again by itself. */
function follow() {
  if (stream !== undefined && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource(`${chat.dataset.events}?after=${encodeURIComponent(last)}`);
  stream.addEventListener('turn', (event) => show(JSON.parse(event.data)));
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !('live' in form.dataset)) return;
  event.preventDefault();
  void send(form, event.submitter);
});
// 换地区 opens where the place is said.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a[href="#place"]') : null;
  if (link === null) return;
  scope.open = true;
  requestAnimationFrame(() => document.getElementById('place')?.focus());
});
text.addEventListener('input', fitHeight);
picker.addEventListener('change', showPicked);
unpick.addEventListener('click', () => pick(null));
// From here on the label is the button, and the name stands in the page's own words.
ask.classList.add('scripted');
showPicked();
text.addEventListener('keydown', (event) => {
  // While an input method composes, Enter picks a word (229: Safari says so only by the key code).
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  ask.requestSubmit();
});
// A stream that is open keeps a page from being shown at once when one goes back to it.
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', follow);
if (last !== '') document.getElementById(`turn-${last}`)?.scrollIntoView({ block: 'nearest' });
// A question that came with the address is written in already, and sent by whoever reads it.
if (text.value !== '') {
  fitHeight();
  text.focus();
}
