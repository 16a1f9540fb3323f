# SPDX-FileCopyrightText: 2026 The DDAS authors
# SPDX-License-Identifier: EUPL-1.2
"""Answers that the client of docs/voorbeelden/python must refuse; prints what it says of each. First argument: its folder."""
import base64, datetime, email.message, json, sys
sys.path.insert(0, sys.argv[1])
import ddas_client as d
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

def certificaat(sleutel, *doelen):
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, 'x')])
    begin = datetime.datetime(2026, 1, 1)
    bouw = (x509.CertificateBuilder().subject_name(naam).issuer_name(naam).public_key(sleutel.public_key())
            .serial_number(1).not_valid_before(begin).not_valid_after(begin + datetime.timedelta(days=9999))
            .add_extension(x509.KeyUsage(True, *[False] * 8), True))
    if doelen:
        bouw = bouw.add_extension(x509.ExtendedKeyUsage(doelen), False)
    return d.der(bouw.sign(sleutel, hashes.SHA256()))

def zegt(wat, *waarden):
    koppen = email.message.Message()
    for waarde in waarden:
        koppen[d.HANDTEKENING] = waarde
    koppen['Digest'] = d.digest(b'{}')
    try:
        print(wat, d.controleer(koppen, b'{}', ANDER, [], []), sep=': ')
    except d.Geweigerd as reden:
        print(wat, reden, sep=': ')

def kop(**leden):
    alle = {'alg': 'PS256', 'iat': 1, 'x5c': [base64.b64encode(GOED).decode()]} | leden
    return d.base64url(json.dumps(alle).encode()) + '..AAAA'

SLEUTEL = rsa.generate_private_key(65537, 2048)
GOED = certificaat(SLEUTEL)
ANDER = certificaat(rsa.generate_private_key(65537, 2048))
TLS = base64.b64encode(certificaat(SLEUTEL, ExtendedKeyUsageOID.SERVER_AUTH)).decode()
zegt('geen header')
zegt('twee headers', kop(), kop())
zegt('te lang', 'A' * 40_000 + '..AAAA')
zegt('geen base64', 'A..AAAA')
zegt('geen JSON', d.base64url(b'{') + '..AAAA')
zegt('geen object', d.base64url(b'[]') + '..AAAA')
zegt('diep', d.base64url(b'[' * 20_000) + '..AAAA')
zegt('iat een tekst', kop(iat='1'))
zegt('iat waar', kop(iat=True))
zegt('zonder x5c', kop(x5c=None))
zegt('x5c geen tekst', kop(x5c=[1]))
zegt('x5c geen certificaat', kop(x5c=['AAAA']))
zegt('zeven certificaten', kop(x5c=['AAAA'] * 7))
zegt('certificaat voor TLS', kop(x5c=[TLS]))
zegt('andere handtekening', kop())
ANDER = GOED
zegt('certificaat van de verbinding', kop())
print('van een proxy', d.code(b'<html>'), sep=': ')
print('van de leverancier', d.code(b'{"type":"https://x.example/geen-gegevens"}'), sep=': ')
