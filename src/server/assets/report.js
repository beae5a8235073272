// Lights up the words of the datum that is chosen (the fragment of the address) or pointed at, and marks the datum.
// Without this the links lead the same ways; the style sheet then lights up what it can.

const lit = { chosen: [], pointed: [] };

function light(why, name) {
  for (const element of lit[why]) element.classList.remove(why);
  const datum = name && document.getElementById(name);
  lit[why] = datum ? [datum, ...document.getElementsByClassName(name)] : [];
  for (const element of lit[why]) element.classList.add(why);
}

// The datum that an element is, or whose words it is: "s3", "a2", "e1", "t1", "p1", "f1".
function datumOf(element) {
  const mark = element.closest('.m[href], .n');
  return mark?.closest('.text') ? mark.hash.slice(1) : element.closest('.datum')?.id;
}

// "#s3" and its words "#w-s3" stand for s3, "#w-a2-1" for a2, "#w-t1" for t1.
function choose() {
  light('chosen', location.hash.match(/^#(?:w-)?([aefpst]\d+)(?:-\d+)?$/)?.[1]);
}

const pair = document.querySelector('.pair');
pair.addEventListener('pointerover', (event) => light('pointed', datumOf(event.target)));
pair.addEventListener('pointerleave', () => light('pointed'));
pair.addEventListener('focusin', (event) => light('pointed', datumOf(event.target)));
pair.addEventListener('focusout', () => light('pointed'));
addEventListener('hashchange', choose);
choose();
