// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;

/// Contracts for `GET /contracts`, with their content as it is stored: to hand one over it need not be read, nor its
/// certificates.
///
/// @param more whether there are more than these: behind the limit, or because all together would be too long
public record WrittenContracts(List<Item> items, boolean more) {

    /// One contract.
    ///
    /// @param key where it stands in the order of [ContractQuery#key]
    /// @param content JSON
    public record Item(Cursor key, byte[] content, List<Said> said) {

        public Item {
            said = List.copyOf(said);
        }

        static Item of(Contract contract) {
            return new Item(
                    ContractQuery.key(contract),
                    contract.content().tree().toBytes(),
                    contract.signatures().stream().map(Said::of).toList());
        }

        /// Bytes of what is in it, more or less.
        int size() {
            return content.length
                    + said.stream().mapToInt(s -> s.jws().length()).sum();
        }

        private JsonObject signatures() {
            JsonObject all = JsonObject.EMPTY;
            for (SignatureType type : SignatureType.values()) {
                JsonObject one = JsonObject.EMPTY;
                for (Said by : said) {
                    if (by.type() == type) {
                        one = one.with(by.peer().value(), by.jws());
                    }
                }
                all = all.with(type.wire(), one);
            }
            return all;
        }
    }

    /// A signature, without certificates.
    public record Said(SignatureType type, PeerId peer, String jws) {

        static Said of(ContractSignature signature) {
            return new Said(signature.type(), signature.peer(), signature.jws());
        }
    }

    /// Bytes of JSON around a contract, or around all: a guess, more is no harm.
    private static final int AROUND = 256;

    public WrittenContracts {
        items = List.copyOf(items);
    }

    /// The answer, with where the next page begins.
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                AROUND + items.stream().mapToInt(item -> item.size() + AROUND).sum());
        out.writeBytes(ascii("{\"contracts\":["));
        for (int i = 0; i < items.size(); i++) {
            out.writeBytes(ascii(i == 0 ? "{\"content\":" : ",{\"content\":"));
            out.writeBytes(items.get(i).content());
            out.writeBytes(ascii(",\"signatures\":"));
            out.writeBytes(items.get(i).signatures().toBytes());
            out.write('}');
        }
        JsonObject pagination =
                more && !items.isEmpty() ? Paging.pagination(items.getLast().key()) : Paging.LAST;
        out.writeBytes(ascii("],\"pagination\":"));
        out.writeBytes(pagination.toBytes());
        out.write('}');
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
