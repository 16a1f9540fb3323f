/// Writes lines to a Logboek Dataverwerkingen from an application (LDV 1.0.0, "Component: Applicatie"). For Java 17 and
/// newer, on OpenTelemetry alone.
///
/// Start with [Logboek]: give it the work as a function, and a line is written however the work ends. Rule ids `LDV-A*`
/// stand in `docs/requirements.tsv`.
@NullMarked
package nl.ddas.logboek.client;

import org.jspecify.annotations.NullMarked;
