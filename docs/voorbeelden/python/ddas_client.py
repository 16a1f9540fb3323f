#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The DDAS authors
# SPDX-License-Identifier: EUPL-1.2
"""Vraagt gegevens op bij een leverancier, zoals het CBS dat doet: ondertekend, over wederzijds TLS, en de handtekening
onder het antwoord wordt nagekeken. Een voorbeeld om van over te nemen; zie README.md.

Draait op wat Debian heeft: python3-authlib (dat python3-cryptography meebrengt).
"""
import argparse
import base64
import datetime
import hashlib
import http.client
import json
import pathlib
import re
import ssl
import sys
import time
import urllib.parse

from authlib.jose import JsonWebKey, JsonWebSignature
from authlib.jose.errors import JoseError
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, SignatureAlgorithmOID

HANDTEKENING = 'nlgov-adr-payload-sig'
LANGSTE_KOP = 32 * 1024
MEESTE_CERTIFICATEN = 6
JWS = JsonWebSignature(['PS256'])


class Geweigerd(Exception):
    """Wat binnenkwam is niet te vertrouwen; de tekst zegt waarom."""


def base64url(stuk: bytes) -> str:
    return base64.urlsafe_b64encode(stuk).rstrip(b'=').decode('ascii')


def digest(inhoud: bytes) -> str:
    return 'SHA-256=' + base64.b64encode(hashlib.sha256(inhoud).digest()).decode('ascii')


def lees_certificaten(pem: bytes) -> list:
    blok = rb'-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----'
    return [x509.load_pem_x509_certificate(gevonden) for gevonden in re.findall(blok, pem, re.DOTALL)]


def der(certificaat) -> bytes:
    return certificaat.public_bytes(serialization.Encoding.DER)


# -- ondertekenen ----------------------------------------------------------------------------------------------------

def onderteken(inhoud: bytes, pem: bytes) -> str:
    """De waarde van de header: een JWS over precies deze bytes, zonder de inhoud zelf (RFC 7515, bijlage F)."""
    keten = lees_certificaten(pem)
    kop = {
        'alg': 'PS256',
        'typ': 'JOSE',
        'kid': keten[0].fingerprint(hashes.SHA256()).hex(),
        'x5c': [base64.b64encode(der(certificaat)).decode('ascii') for certificaat in keten],
        'x5t#S256': base64url(keten[0].fingerprint(hashes.SHA256())),
        'iat': int(time.time()),
    }
    sleutel = JsonWebKey.import_key(pem, {'kty': 'RSA'})
    voor, _, achter = JWS.serialize_compact(kop, inhoud, sleutel).decode('ascii').split('.')
    return voor + '..' + achter


# -- nakijken --------------------------------------------------------------------------------------------------------

def is_van(getekend, uitgever, bytes_: bytes) -> bool:
    """Of de sleutel van de uitgever onder een certificaat of intrekkingslijst staat."""
    sleutel = uitgever.public_key()
    try:
        if isinstance(sleutel, ec.EllipticCurvePublicKey):
            sleutel.verify(getekend.signature, bytes_, ec.ECDSA(getekend.signature_hash_algorithm))
        elif getekend.signature_algorithm_oid == SignatureAlgorithmOID.RSASSA_PSS:
            # Zoals PKIoverheid G4 tekent.
            sleutel.verify(getekend.signature, bytes_, padding.PSS(padding.MGF1(hashes.SHA512()), 64), hashes.SHA512())
        else:
            sleutel.verify(getekend.signature, bytes_, padding.PKCS1v15(), getekend.signature_hash_algorithm)
        return True
    except Exception:  # elke fout betekent: niet van deze uitgever
        return False


def tijdstip(ding, naam: str) -> datetime.datetime:
    """Een tijdstip uit een certificaat of lijst; oudere bibliotheken geven het zonder tijdzone."""
    met_zone = getattr(ding, naam + '_utc', None)
    return met_zone or getattr(ding, naam).replace(tzinfo=datetime.timezone.utc)


def controleer_keten(keten: list, ankers: list, lijsten: list, nu: datetime.datetime) -> None:
    """Van het eerste certificaat tot een anker; elk certificaat moet geldig zijn en op geen lijst staan."""
    for plek, certificaat in enumerate(keten):
        mogelijk = keten[plek + 1:plek + 2] or ankers
        uitgever = next((een for een in mogelijk if een.subject == certificaat.issuer and is_van(
            certificaat, een, certificaat.tbs_certificate_bytes)), None)
        if uitgever is None:
            raise Geweigerd('certificaat-niet-vertrouwd')
        if not tijdstip(certificaat, 'not_valid_before') <= nu <= tijdstip(certificaat, 'not_valid_after'):
            raise Geweigerd('certificaat-geldigheid')
        beperking = lees_extensie(certificaat, x509.BasicConstraints)
        if (beperking is not None and beperking.ca) != (plek > 0):
            raise Geweigerd('certificaat-niet-vertrouwd')
        geldige = [lijst for lijst in lijsten if lijst.issuer == uitgever.subject
                   and is_van(lijst, uitgever, lijst.tbs_certlist_bytes) and nu <= tijdstip(lijst, 'next_update')]
        if not geldige:
            raise Geweigerd('intrekkingsstatus-onbekend')
        if any(lijst.get_revoked_certificate_by_serial_number(certificaat.serial_number) for lijst in geldige):
            raise Geweigerd('certificaat-ingetrokken')


def lees_extensie(certificaat, soort):
    """De waarde van een extensie; niets als het certificaat haar niet heeft."""
    try:
        return certificaat.extensions.get_extension_for_class(soort).value
    except x509.ExtensionNotFound:
        return None


def een_waarde(koppen, naam: str) -> str:
    """De waarde van een header die er precies een keer moet zijn."""
    waarden = koppen.get_all(naam) or []
    if len(waarden) != 1 or len(waarden[0]) > LANGSTE_KOP:
        raise Geweigerd('handtekening-formaat')
    return waarden[0]


def lees_kop(tekst: str) -> dict:
    """De leden van de beschermde kop die we nodig hebben, elk van de goede soort."""
    try:
        kop = json.loads(base64.urlsafe_b64decode(tekst + '=' * (-len(tekst) % 4)))
    except (ValueError, RecursionError):
        raise Geweigerd('handtekening-formaat') from None
    if not isinstance(kop, dict) or type(kop.get('iat')) is not int:
        raise Geweigerd('handtekening-formaat')
    if kop.get('alg') != 'PS256' or 'crit' in kop:
        raise Geweigerd('handtekening-algoritme')
    return kop


def lees_keten(x5c) -> list:
    """De certificaten uit x5c: dat van de ondertekenaar eerst."""
    if not isinstance(x5c, list) or not 1 <= len(x5c) <= MEESTE_CERTIFICATEN:
        raise Geweigerd('certificaat-formaat')
    try:
        return [x509.load_der_x509_certificate(base64.b64decode(tekst, validate=True)) for tekst in x5c]
    except (TypeError, ValueError):
        raise Geweigerd('certificaat-formaat') from None


def publiek(certificaat) -> bytes:
    """De publieke sleutel, in PEM."""
    return certificaat.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def controleer_ondertekenaar(blad, verbinding: bytes) -> None:
    """Of dit certificaat berichten mag ondertekenen: niet dat van een verbinding, en met een sleutel die lang genoeg is.

    :param verbinding: het certificaat van de ander op deze verbinding, in DER
    """
    sleutel = blad.public_key()
    if not isinstance(sleutel, rsa.RSAPublicKey) or not 2048 <= sleutel.key_size <= 8192 \
            or sleutel.public_numbers().e < 65537:
        raise Geweigerd('certificaat-sleutellengte')
    gebruik = lees_extensie(blad, x509.KeyUsage)
    doelen = lees_extensie(blad, x509.ExtendedKeyUsage) or []
    if gebruik is None or not gebruik.digital_signature \
            or ExtendedKeyUsageOID.SERVER_AUTH in doelen or ExtendedKeyUsageOID.CLIENT_AUTH in doelen:
        raise Geweigerd('certificaat-gebruik')
    if publiek(blad) == publiek(x509.load_der_x509_certificate(verbinding)):
        raise Geweigerd('certificaat-functiescheiding')


def controleer(koppen, inhoud: bytes, verbinding: bytes, ankers: list, lijsten: list) -> str:
    """Kijkt de handtekening onder een antwoord na.

    :param koppen: alle headers van het antwoord; een header die er twee keer is, is niet te vertrouwen
    :param verbinding: het certificaat van de ander op deze verbinding, in DER
    :return: het OIN van wie ondertekende
    :raise Geweigerd: met de code van de reden
    """
    waarde = een_waarde(koppen, HANDTEKENING)
    if not re.fullmatch(r'[\w-]+\.\.[\w-]+', waarde, re.ASCII):
        raise Geweigerd('handtekening-formaat')
    if een_waarde(koppen, 'Digest') != digest(inhoud):
        raise Geweigerd('digest-afwijking')
    voor, achter = waarde.split('..')
    kop = lees_kop(voor)
    keten = lees_keten(kop.get('x5c'))
    controleer_ondertekenaar(keten[0], verbinding)
    try:
        JWS.deserialize_compact((voor + '.' + base64url(inhoud) + '.' + achter).encode('ascii'), publiek(keten[0]))
    except (JoseError, ValueError):
        raise Geweigerd('handtekening-ongeldig') from None
    controleer_keten(keten, ankers, lijsten, datetime.datetime.now(datetime.timezone.utc))
    if not -60 <= time.time() - kop['iat'] <= 26 * 3600:
        raise Geweigerd('handtekening-tijd')
    oins = keten[0].subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    if len(oins) != 1:
        raise Geweigerd('certificaat-oin')
    return oins[0].value


# -- vragen ----------------------------------------------------------------------------------------------------------

def verstuur(keuzen, inhoud: bytes, koppen: dict):
    adres = urllib.parse.urlsplit(keuzen.adres)
    tls = ssl.create_default_context(cafile=keuzen.anker)
    tls.load_cert_chain(keuzen.tls)
    verbinding = http.client.HTTPSConnection(adres.hostname, adres.port, context=tls, timeout=60)
    try:
        verbinding.connect()
        certificaat = verbinding.sock.getpeercert(binary_form=True)
        verbinding.request('POST', adres.path, inhoud, koppen)
        antwoord = verbinding.getresponse()
        return antwoord.status, antwoord.headers, antwoord.read(), certificaat
    finally:
        verbinding.close()


def code(antwoord: bytes) -> str:
    """De code van een weigering; van een proxy of ander programma op de weg is die er niet."""
    try:
        return str(json.loads(antwoord)['type']).rsplit('/', 1)[-1]
    except (ValueError, TypeError, KeyError, RecursionError):
        return 'zonder code: dit antwoord is niet van de leverancier zelf'


def bericht(keuzen) -> tuple:
    """De bytes die we versturen, en de headers erbij."""
    vraag = json.loads(pathlib.Path(keuzen.vraag).read_bytes()) if keuzen.vraag else {}
    pem = pathlib.Path(keuzen.ondertekening).read_bytes()
    koppen = {'Content-Type': 'application/json', 'Accept': 'application/json'}
    inhoud = json.dumps(vraag).encode('utf-8')
    if keuzen.fout == 'canoniek':
        # De fout: ondertekend is een andere schrijfwijze dan wat we versturen. Een Digest gaat ook niet mee.
        anders = json.dumps(vraag, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode('utf-8')
        return inhoud, koppen | {HANDTEKENING: onderteken(anders, pem)}
    return inhoud, koppen | {HANDTEKENING: onderteken(inhoud, pem), 'Digest': digest(inhoud)}


def bewaar(plek: str, inhoud: bytes, koppen: dict) -> None:
    """Wat we versturen, zo dat 'ddas vertrouwen inspecteer' het kan lezen."""
    map_ = pathlib.Path(plek)
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / 'bericht.json').write_bytes(inhoud)
    (map_ / 'kop.txt').write_text(''.join(f'{naam}: {waarde}\n' for naam, waarde in koppen.items()), 'ascii')


def lees_keuzen():
    opties = argparse.ArgumentParser(description='Vraag gegevens op bij een leverancier en kijk het antwoord na.')
    opties.add_argument('--adres', required=True, help='zoals https://leverancier.example/v1/gegevens')
    opties.add_argument('--tls', required=True, help='PEM met sleutel en keten voor de verbinding')
    opties.add_argument('--ondertekening', required=True, help='PEM met sleutel en keten om te ondertekenen')
    opties.add_argument('--anker', required=True, help='PEM met de stamcertificaten die u vertrouwt')
    opties.add_argument('--crl', required=True, help='PEM met de intrekkingslijsten')
    opties.add_argument('--leverancier', required=True, help='OIN van wie het antwoord moet ondertekenen')
    opties.add_argument('--vraag', help='bestand met de vraag in JSON (standaard: een lege vraag)')
    opties.add_argument('--bewaar', help='map waarin komt wat wij versturen')
    opties.add_argument('--fout', choices=['canoniek'], help='maak met opzet deze fout, om te zien wat er gebeurt')
    return opties.parse_args()


def main() -> int:
    keuzen = lees_keuzen()
    ankers = lees_certificaten(pathlib.Path(keuzen.anker).read_bytes())
    blok = rb'-----BEGIN X509 CRL-----.+?-----END X509 CRL-----'
    lijsten = [x509.load_pem_x509_crl(pem)
               for pem in re.findall(blok, pathlib.Path(keuzen.crl).read_bytes(), re.DOTALL)]
    inhoud, koppen = bericht(keuzen)
    if keuzen.bewaar:
        bewaar(keuzen.bewaar, inhoud, koppen)
    status, antwoordkoppen, antwoord, verbinding = verstuur(keuzen, inhoud, koppen)
    if status != 200:
        print(f'{status} {code(antwoord)}')
        return 1
    try:
        oin = controleer(antwoordkoppen, antwoord, verbinding, ankers, lijsten)
        if oin != keuzen.leverancier:
            raise Geweigerd('identiteit-afwijking')
    except Geweigerd as reden:
        print(f'antwoord geweigerd: {reden}')
        return 1
    print(f'200 geldig, ondertekend door {oin}, {len(antwoord)} bytes')
    return 0


if __name__ == '__main__':
    sys.exit(main())
