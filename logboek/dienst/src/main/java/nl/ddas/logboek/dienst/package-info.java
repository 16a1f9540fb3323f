/// The server of a Logboek Dataverwerkingen: OTLP over HTTP and gRPC in, lines stored before they are confirmed.
///
/// Start with [LogboekDienst] (all of it, running), [Loket] (where every body comes in), [Ontvangst] (what
/// happens to lines that come in), [Logregels] (the store) and [GroepsLogregels] (many senders, one commit).
@NullMarked
package nl.ddas.logboek.dienst;

import org.jspecify.annotations.NullMarked;
