// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What may stand in the protected header of a signature, in each form; all that is refused is rightly signed.
@Requirement("S14")
class ProtectedHeaderAttackTest {

    private static final Stage STAGE = new Stage();

    /// Forms, name, what stands in a good protected header, what stands there instead, code. Signed as they stand.
    private static final String PROTECTED = """
            AB | alg none                  | "alg":"PS256"   | "alg":"none"                            | handtekening-algoritme
            AB | alg None                  | "alg":"PS256"   | "alg":"None"                            | handtekening-algoritme
            AB | alg HS256                 | "alg":"PS256"   | "alg":"HS256"                           | handtekening-algoritme
            AB | alg RS256                 | "alg":"PS256"   | "alg":"RS256"                           | handtekening-algoritme
            AB | alg in small letters      | "alg":"PS256"   | "alg":"ps256"                           | handtekening-algoritme
            AB | alg a number              | "alg":"PS256"   | "alg":256                               | handtekening-algoritme
            AB | alg missing               | "alg":"PS256",  |                                         | handtekening-algoritme
            AB | typ in small letters      | "typ":"JOSE"    | "typ":"jose"                            | goed
            AB | typ missing               | "typ":"JOSE",   |                                         | goed
            AB | typ of a token            | "typ":"JOSE"    | "typ":"JWT"                             | handtekening-formaat
            AB | typ a list                | "typ":"JOSE"    | "typ":["JOSE"]                          | handtekening-formaat
            AB | key by address            | "typ":"JOSE"    | "typ":"JOSE","jku":"https://x.example"  | handtekening-sleutelverwijzing
            AB | certificate by address    | "typ":"JOSE"    | "typ":"JOSE","x5u":"https://x.example"  | handtekening-sleutelverwijzing
            AB | key in the header         | "typ":"JOSE"    | "typ":"JOSE","jwk":{"kty":"RSA"}        | handtekening-sleutelverwijzing
            AB | compression               | "typ":"JOSE"    | "typ":"JOSE","zip":"DEF"                | handtekening-formaat
            AB | unsigned properties       | "typ":"JOSE"    | "typ":"JOSE","etsiU":[]                 | handtekening-formaat
            AB | member twice              | "typ":"JOSE"    | "typ":"JOSE","typ":"JOSE"               | handtekening-formaat
            AB | member twice by escape    | "typ":"JOSE"    | "typ":"JOSE","t\\u0079p":"JOSE"         | handtekening-formaat
            AB | inner member twice        | "typ":"JOSE"    | "typ":"JOSE","x":{"a":1,"a":1}          | handtekening-formaat
            AB | nine deep                 | "typ":"JOSE"    | "typ":"JOSE","d":[[[[[[[[[1]]]]]]]]]     | handtekening-formaat
            AB | eight deep                | "typ":"JOSE"    | "typ":"JOSE","d":[[[[[[[1]]]]]]]        | goed
            AB | one deeper than eight     | "typ":"JOSE"    | "typ":"JOSE","d":[[[[[[[[1]]]]]]]]      | handtekening-formaat
            AB | data behind the object    | "iat":          | "x":1}{"iat":                           | handtekening-formaat
            AB | comment                   | "iat":          | /* */"iat":                             | handtekening-formaat
            AB | NUL between members       | "iat":          | \u0000"iat":                            | handtekening-formaat
            AB | NUL in a text             | "typ":"JOSE"    | "typ":"JOSE\u0000"                      | handtekening-formaat
            AB | BOM                       | {"alg"          | \uFEFF{"alg"                            | handtekening-formaat
            AB | member without meaning    | "typ":"JOSE"    | "typ":"JOSE","x":[1,{"y":null}]         | goed
            AB | kid a number              | "kid":"         | "kid":1,"x":"                           | handtekening-formaat
            AB | kid missing               | "kid":"         | "x":"                                   | goed
            AB | x5c missing               | "x5c":[         | "x5d":[                                 | certificaat-ontbreekt
            AB | x5c empty                 | "x5c":[         | "x5c":[],"x5d":[                        | certificaat-ontbreekt
            AB | x5c a text                | "x5c":[         | "x5c":"x","x5d":[                       | certificaat-formaat
            AB | x5c with a number         | "x5c":[         | "x5c":[1,                               | certificaat-formaat
            AB | x5c with nonsense         | "x5c":[         | "x5c":["!",                             | certificaat-formaat
            AB | x5c with an empty text    | "x5c":[         | "x5c":["",                              | certificaat-formaat
            AB | x5c with another DER      | "x5c":[         | "x5c":["MAA=",                          | certificaat-formaat
            AB | x5c with seven entries    | "x5c":[         | "x5c":["A","A","A","A","A","A",         | certificaat-formaat
            AB | x5t#S256 missing          | "x5t#S256":     | "x5t":                                  | goed
            AB | x5t#S256 too short        | "x5t#S256":"    | "x5t#S256":"x","x":"                    | handtekening-formaat
            AB | iat missing               | "iat":          | "at":                                   | handtekening-tijd
            AB | iat a text                | "iat":          | "iat":"1795254000","at":                | handtekening-formaat
            AB | iat a fraction            | "iat":          | "iat":1795254000.0,"at":                | handtekening-formaat
            AB | iat with an exponent      | "iat":          | "iat":1795254e3,"at":                   | handtekening-formaat
            AB | iat null                  | "iat":          | "iat":null,"at":                        | handtekening-formaat
            AB | iat true                  | "iat":          | "iat":true,"at":                        | handtekening-formaat
            AB | iat a list of texts       | "iat":          | "iat":["1795254000"],"at":              | handtekening-formaat
            AB | iat an object             | "iat":          | "iat":{"at":1795254000},"at":           | handtekening-formaat
            AB | iat negative              | "iat":          | "iat":-1,"at":                          | handtekening-tijd
            AB | iat 2^63                  | "iat":          | "iat":9223372036854775808,"at":         | handtekening-tijd
            AB | iat 2^63-1                | "iat":          | "iat":9223372036854775807,"at":         | handtekening-tijd
            AB | iat at the end of time    | "iat":          | "iat":31556889864403199,"at":           | handtekening-tijd
            AB | iat in the year 10000     | "iat":          | "iat":253402300800,"at":                | handtekening-tijd
            AB | iat of 40 digits          | "iat":          | "iat":1000000000000000000000000000000000000000,"at": | handtekening-tijd
            AB | iat of 41 digits          | "iat":          | "iat":10000000000000000000000000000000000000000,"at": | handtekening-formaat
            A  | body as it is (RFC 7797)  | "typ":"JOSE"    | "typ":"JOSE","b64":false,"crit":["b64"] | goed
            A  | b64 true                  | "typ":"JOSE"    | "typ":"JOSE","b64":true,"crit":["b64"]  | handtekening-kritiek
            A  | b64 a text                | "typ":"JOSE"    | "typ":"JOSE","b64":"false","crit":["b64"] | handtekening-kritiek
            A  | b64 without crit          | "typ":"JOSE"    | "typ":"JOSE","b64":false                | handtekening-kritiek
            A  | crit empty                | "typ":"JOSE"    | "typ":"JOSE","crit":[]                  | handtekening-kritiek
            A  | crit no list              | "typ":"JOSE"    | "typ":"JOSE","crit":"b64"               | handtekening-kritiek
            A  | crit null                 | "typ":"JOSE"    | "typ":"JOSE","crit":null                | handtekening-kritiek
            A  | crit unknown              | "typ":"JOSE"    | "typ":"JOSE","x":1,"crit":["x"]         | handtekening-kritiek
            A  | crit names what is absent | "typ":"JOSE"    | "typ":"JOSE","crit":["b64"]             | handtekening-kritiek
            A  | crit names alg            | "typ":"JOSE"    | "typ":"JOSE","crit":["alg"]             | handtekening-kritiek
            A  | crit names b64 twice      | "typ":"JOSE"    | "typ":"JOSE","b64":false,"crit":["b64","b64"] | handtekening-kritiek
            A  | sigD empty                | "typ":"JOSE"    | "typ":"JOSE","sigD":{},"crit":["sigD"]  | handtekening-sigd
            B  | crit the other way round  | ["b64","sigD"]  | ["sigD","b64"]                          | goed
            B  | crit empty                | ["b64","sigD"]  | []                                      | handtekening-kritiek
            B  | crit no list              | ["b64","sigD"]  | "b64"                                   | handtekening-kritiek
            B  | crit unknown              | ["b64","sigD"]  | ["b64","sigD","x"],"x":1                | handtekening-kritiek
            B  | crit names what is absent | ["b64","sigD"]  | ["b64","sigD","x"]                      | handtekening-kritiek
            B  | crit names alg            | ["b64","sigD"]  | ["b64","sigD","alg"]                    | handtekening-kritiek
            B  | crit names sigD twice     | ["b64","sigD"]  | ["b64","sigD","sigD"]                   | handtekening-kritiek
            B  | crit forgets sigD         | ["b64","sigD"]  | ["b64"]                                 | handtekening-kritiek
            B  | crit forgets b64          | ["b64","sigD"]  | ["sigD"]                                | handtekening-kritiek
            B  | crit missing              | ,"crit":["b64","sigD"] |                                  | handtekening-kritiek
            B  | b64 missing               | "b64":false,    | "b65":false,                            | handtekening-kritiek
            B  | b64 true                  | "b64":false,    | "b64":true,                             | handtekening-sigd
            B  | pars empty                | ["digest"]      | []                                      | handtekening-sigd
            B  | pars another header       | ["digest"]      | ["content-type"]                        | handtekening-sigd
            B  | pars in capitals          | ["digest"]      | ["Digest"]                              | handtekening-sigd
            B  | pars twice the same       | ["digest"]      | ["digest","digest"]                     | handtekening-sigd
            B  | pars one more             | ["digest"]      | ["digest","content-type"]               | handtekening-sigd
            B  | pars a text               | ["digest"]      | "digest"                                | handtekening-sigd
            B  | pars missing              | ,"pars":["digest"] |                                      | handtekening-sigd
            B  | sigD names a hash         | ["digest"]      | ["digest"],"hashM":"S256"               | handtekening-sigd
            B  | mId by address            | /HttpHeaders    | /ObjectIdByURI                          | handtekening-sigd
            B  | mId in small letters      | /HttpHeaders    | /httpheaders                            | handtekening-sigd
            B  | sigD a text               | "sigD":{        | "sigD":"x","x":{                        | handtekening-sigd
            """;

    static Stream<Arguments> inTheProtectedHeader() {
        return PROTECTED.lines().map(line -> line.split("\\|", -1)).flatMap(cell -> cell[0].strip()
                .chars()
                .mapToObj(form -> Arguments.of(
                        SignatureForm.valueOf(Character.toString(form)),
                        cell[1].strip(),
                        cell[2].strip(),
                        cell[3].strip(),
                        cell[4].strip())));
    }

    @ParameterizedTest(name = "form {0}: {1} -> {4}")
    @MethodSource
    void inTheProtectedHeader(SignatureForm form, String name, String from, String to, String code) {
        Forge forge = new Forge(STAGE, form);

        assertThat(forge.code(forge.header(header -> header.replace(from, to))))
                .as(name)
                .isEqualTo(code);
    }
}
