/// The server of a Logboek Dataverwerkingen: OTLP over HTTP in, lines stored before they are confirmed.
///
/// Start with [OtlpHttp] (the door), [Ontvangst] (what happens to lines that come in), [Logregels] (the store) and
/// [GroepsLogregels] (many senders, one commit).
@NullMarked
package nl.ddas.logboek.dienst;

import org.jspecify.annotations.NullMarked;
