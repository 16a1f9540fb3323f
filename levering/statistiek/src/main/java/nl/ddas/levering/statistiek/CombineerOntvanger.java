package nl.ddas.levering.statistiek;

import java.io.IOException;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Oordeel;

/// Receives what combining files finds, in this order: the findings and verdict of each file, the combination, and then
/// the trajecten one by one.
public interface CombineerOntvanger {
    /// A Bevinding in a file; no readable traject is dropped for it.
    default void bevinding(String bestand, Bevinding bevinding) {}

    /// The verdict on a file.
    default void oordeel(String bestand, Oordeel oordeel) {}

    /// What belongs together, before the first traject.
    default void combinatie(Combinatie combinatie) throws IOException {}

    /// One combined traject, as soon as its last source was read again.
    default void traject(GecombineerdTraject traject, Indicatorscore score) throws IOException {}
}
