// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;

/// What a version of an activity says. All that the draft API of the register knows, and our own additions.
///
/// @param name Dutch, for people; may change between versions
/// @param purpose what it is done for, Dutch
/// @param legalBasisComment the law and article, Dutch
/// @param ended whether the activity is no longer done from the moment of this version on
public record Inhoud(
        String name,
        String purpose,
        List<LegalBasis> legalBasis,
        String legalBasisComment,
        List<DataSubject> dataSubjects,
        Persoonsgegevens personalData,
        List<ProcessingOption> processingOptions,
        List<Ontvanger> recipients,
        List<Maatregel> measures,
        Logwijze logging,
        Verband verband,
        boolean ended) {

    public Inhoud {
        legalBasis = List.copyOf(legalBasis);
        dataSubjects = List.copyOf(dataSubjects);
        processingOptions = List.copyOf(processingOptions);
        recipients = List.copyOf(recipients);
        measures = List.copyOf(measures);
    }

    /// Whether it works with data about persons.
    public boolean isPersonal() {
        return !personalData.categories().isEmpty() || !dataSubjects.isEmpty();
    }
}
