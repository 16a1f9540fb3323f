/// A line of a Logboek Dataverwerkingen: its value, the rules it must obey, the forms it comes in, and the one form in
/// which it is hashed. No network, no clock, no database.
///
/// Start with [OtlpProtobuf] (bytes come in), [Regeltoets] (what becomes of a line) and [Logregel]. Sources: LDV 1.0.0
/// (2026-04-09) and OTLP 1.x; the rule ids `LDV-F*` and `LDV-L*` stand in `docs/requirements.tsv`.
@NullMarked
package nl.ddas.logboek.model;

import org.jspecify.annotations.NullMarked;
