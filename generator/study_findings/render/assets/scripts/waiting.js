// What takes a while: done once, put off, or no longer wanted when it comes.

// Give a function that does something when it is first asked, and keeps what came of it.
export function once(act) {
  let kept;
  return () => (kept ||= act());
}

export function pause(milliseconds) {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

// Give a function that begins a turn, and so ends the one before; what it gives tells whether the
// turn is still on.
export function makeTurns() {
  let latest = 0;
  return function beginTurn() {
    latest += 1;
    const mine = latest;
    return () => mine === latest;
  };
}
