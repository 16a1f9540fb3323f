/// Reading a Logboek Dataverwerkingen (logboek-extensie-lezen): the read API, and following a trace over the logs of
/// several organisations.
///
/// Start with [LeesApi] (the door; [Leesloket] decides what is shown) and [Volger] (from log to log).
@NullMarked
package nl.ddas.logboek.lezen;

import org.jspecify.annotations.NullMarked;
