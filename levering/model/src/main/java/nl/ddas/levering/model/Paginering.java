// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// The paging block of an answer of the API; a field is empty when it was missing or no whole number.
/// Source: DDAS-SHV.yaml 1.0.0, `Paginering`.
public record Paginering(
        Optional<Long> pageSize, Optional<Long> currentPage, Optional<Long> totalPages, Optional<Long> totalRecords) {

    /// Most trajecten in one message (DDAS v1.0), and how many come when nobody asks for less.
    public static final int VOLLE_PAGINA = 25_000;
}
