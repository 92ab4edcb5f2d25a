// Keys, hashes, base64url and ticket codes.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/wire/hash_chain.h"
#include "sync/wire/ticket_code.h"

using namespace parterre;

namespace {

Bytes hex(const char* text)
{
    return Bytes::fromHex(text);
}

template <typename Array>
Bytes bytesOf(const Array& array)
{
    return Bytes(reinterpret_cast<const char*>(array.data()), static_cast<qsizetype>(array.size()));
}

Bytes32 seed(std::uint8_t fill)
{
    Bytes32 seed;
    seed.fill(fill);
    return seed;
}

TicketContent content()
{
    TicketContent content;
    content.event.bytes.fill(1);
    content.serial.bytes.fill(2);
    content.issuer.bytes.fill(3);
    content.orderCode = "7KX2M9QA";
    content.place = "Parkett/C/12";
    content.priceType = "Ermäßigt";
    return content;
}

} // namespace

class SigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ed25519FollowsItsStandard()
    {
        // RFC 8032, 7.1, test 2.
        Bytes32 secret;
        const Bytes raw = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        std::copy(raw.begin(), raw.end(), secret.begin());
        const SigningKey key = SigningKey::fromSeed(secret);
        QCOMPARE(bytesOf(key.publicKey()), hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        const Signature signature = key.sign(Bytes("\x72"));
        QCOMPARE(bytesOf(signature),
                 hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                     "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        QVERIFY(verifySignature(key.publicKey(), "\x72", 1, signature));
        QVERIFY(!verifySignature(key.publicKey(), "\x73", 1, signature));
        QVERIFY(!verifySignature(SigningKey::fromSeed(seed(1)).publicKey(), "\x72", 1, signature));
    }

    void blake2bFollowsItsStandard()
    {
        // b2sum -l 256, b2sum -l 128 of "abc".
        QCOMPARE(bytesOf(blake2b256("abc", 3)),
                 hex("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
        QCOMPARE(bytesOf(blake2b128("abc", 3)), hex("cf4ab791c62b8d2b2109c90275287816"));
        QVERIFY(opHash(seed(7), "abc") == blake2b256((bytesOf(seed(7)) + "abc").constData(), 35));
    }

    void chainCoversEveryField()
    {
        CauseId cause;
        cause.bytes.fill(5);
        const Bytes32 hash = entryHash(seed(0), 1, Instant{2}, cause, "body");
        const Bytes joined = bytesOf(seed(0)) + hex("00000000000000010000000000000002") + Bytes(16, '\5') + "body";
        QVERIFY(hash == blake2b256(joined.constData(), static_cast<std::size_t>(joined.size())));
        QVERIFY(hash != entryHash(seed(1), 1, Instant{2}, cause, "body"));
        QVERIFY(hash != entryHash(seed(0), 2, Instant{2}, cause, "body"));
        QVERIFY(hash != entryHash(seed(0), 1, Instant{3}, cause, "body"));
        QVERIFY(hash != entryHash(seed(0), 1, Instant{2}, {}, "body"));
        QVERIFY(hash != entryHash(seed(0), 1, Instant{2}, cause, "bodz"));
    }

    void base64Url()
    {
        for (int size = 0; size < 20; ++size) {
            const Bytes data(size, '\xfb');
            const Bytes text = toBase64Url(data.constData(), static_cast<std::size_t>(size));
            QVERIFY(!text.contains('=') && !text.contains('+') && !text.contains('/'));
            QCOMPARE(*fromBase64Url(text), data);
        }
        for (const char* wrong : {"A", "AA==", "AB", "A A", "A+/A", "AAA\n", "ÄÄ", "AAA="})
            QVERIFY2(!fromBase64Url(wrong), wrong);
    }

    void constantTimeCompare()
    {
        QVERIFY(equalConstantTime("abc", "abc", 3));
        QVERIFY(!equalConstantTime("abc", "abd", 3));
    }

    void randomnessDiffers()
    {
        SystemRandom random;
        QVERIFY(randomId<EventId>(random) != randomId<EventId>(random));
        QVERIFY(SigningKey::generate().seed() != SigningKey::generate().seed());
    }

    // The mark is signed like the rest: nobody makes a provisional ticket a confirmed one.
    void provisionalTicketCodesSaySo()
    {
        const SigningKey key = SigningKey::fromSeed(seed(7));
        TicketContent provisional = content();
        provisional.provisional = true;
        const Bytes code = encodeTicketCode(provisional, key);
        const auto read = verifyTicketCode(code, key.publicKey());
        QVERIFY(read.ok());
        QVERIFY(*read == provisional);
        QCOMPARE(verifyTicketCode("P1." + code.mid(3), key.publicKey()).error().code, ErrorCode::BadSignature);
        QCOMPARE(verifyTicketCode("Q1." + encodeTicketCode(content(), key).mid(3), key.publicKey()).error().code,
                 ErrorCode::BadSignature);
    }

    void ticketCodeSurvives()
    {
        const SigningKey key = SigningKey::fromSeed(seed(9));
        const Bytes code = encodeTicketCode(content(), key);
        QVERIFY(code.startsWith("P1."));
        const auto read = verifyTicketCode(code, key.publicKey());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
        QVERIFY(*read == content());
    }

    void longNamesAreShortened()
    {
        TicketContent wide = content();
        wide.place = "A" + QString(60, QChar(0xdf)).toStdString(); // two bytes each, cut between
        wide.priceType = std::string(100, 'p');
        wide.orderCode = std::string(100, 'o');
        const SigningKey key = SigningKey::fromSeed(seed(9));
        const Bytes code = encodeTicketCode(wide, key);
        QVERIFY(code.size() <= maxTicketCodeChars);
        const auto read = verifyTicketCode(code, key.publicKey());
        QVERIFY(read.ok());
        QCOMPARE(read->place.size(), std::size_t{39});
        QCOMPARE(read->priceType.size(), std::size_t{15});
    }

    void forgeriesAreRefused()
    {
        const SigningKey key = SigningKey::fromSeed(seed(9));
        const Bytes code = encodeTicketCode(content(), key);
        QCOMPARE(verifyTicketCode(code, SigningKey::fromSeed(seed(8)).publicKey()).error().code,
                 ErrorCode::BadSignature);
        QCOMPARE(verifyTicketCode(code, [](DeviceId) { return std::nullopt; }).error().code, ErrorCode::BadSignature);
        for (qsizetype at = 0; at < code.size(); ++at) {
            for (const char other : {'A', 'B', '_', '=', '\0', '\xff'}) {
                Bytes forged = code;
                forged[at] = other;
                QVERIFY(forged == code || !verifyTicketCode(forged, key.publicKey()));
            }
            QVERIFY(!verifyTicketCode(code.left(at), key.publicKey()));
        }
        QVERIFY(!verifyTicketCode(code + 'A', key.publicKey()));
        QVERIFY(!verifyTicketCode("P1." + Bytes(5000, 'A'), key.publicKey()));
    }
};

QTEST_GUILESS_MAIN(SigningTest)
#include "signing_test.moc"
