import fc from 'fast-check';

// A property that finds one counterexample has noticed the change: it neither looks for a smaller one nor goes on for long where there is none.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 3000 });
