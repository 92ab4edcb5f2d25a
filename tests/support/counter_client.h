// CounterClient: a counter reduced to its bytes: enrols, signs in, seals ops by the real codecs and pushes them.
#pragma once

#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "tests/support/api_rig.h"

namespace parterre::testing {

class CounterClient
{
public:
    // A new one-time code is made by the program itself. False when anything is refused.
    bool enrol(const ApiRig& rig, const QString& from, const QByteArray& clerk = "anna")
    {
        const CommandRun code =
            rig.server.run({QStringLiteral("counter"), QStringLiteral("enrol"), QStringLiteral("Till")});
        const HttpReply enrolled = rig.server.http(from).post("/api/v1/counters/enrol",
                                                              enrolBody(code.out.trimmed(), "Till", key.publicKey()));
        const auto id = DeviceId::fromString(enrolled.text("device").toStdString());
        if (!id)
            return false;
        device = *id;
        token = rig.signIn(clerk, staffPassword, from);
        return !token.isEmpty();
    }
    static QByteArray enrolBody(const QByteArray& code, const QByteArray& name, const PublicKey& publicKey)
    {
        return R"({"code":")" + code + R"(","name":")" + name + R"(","public_key":")" +
               toBase64Url(publicKey.data(), publicKey.size()) + "\"}";
    }

    QByteArray path() const { return "/api/v1/counters/" + QByteArray::fromStdString(device.toString()) + "/ops"; }
    HolderId holder() const { return {device.bytes}; }

    // Adds an op to the journal of this event, signed.
    void journal(Command command)
    {
        seal(encodeOp({device, installGen, event, ops.size() + 1, sampleNow, "Anna", std::move(command)}));
    }
    void seal(const Bytes& bytes)
    {
        SealedOp sealed;
        sealed.opN = ops.size() + 1;
        sealed.bytes = bytes;
        sealed.hash = opHash(ops.empty() ? Bytes32{} : ops.back().hash, bytes);
        sealed.signature = key.sign(sealed.hash.data(), sealed.hash.size());
        ops.push_back(std::move(sealed));
    }
    Bytes batch(std::size_t first, std::size_t last) const // counted from 1
    {
        return encodeOpBatch(
            {device,
             installGen,
             event,
             {ops.begin() + static_cast<std::ptrdiff_t>(first) - 1, ops.begin() + static_cast<std::ptrdiff_t>(last)}});
    }
    HttpHeaders headers(const Bytes& body) const
    {
        const Signature signature = key.sign(body);
        return {{"Authorization", "Bearer " + token},
                {"Content-Type", "application/cbor"},
                {"Accept", "application/cbor"},
                {"Parterre-Signature", toBase64Url(signature.data(), signature.size())}};
    }
    // For a pull of the log after that position, signed.
    HttpHeaders pullHeaders(LogId logId, std::uint64_t after) const
    {
        HttpHeaders made = headers(pullStatement(event, logId, after));
        made.emplace_back("Parterre-Device", QByteArray::fromStdString(device.toString()));
        return made;
    }
    HttpReply pull(const BlockingHttp& http, const QByteArray& logId, std::uint64_t after,
                   const QByteArray& wait = "0") const
    {
        return http.get("/api/v1/events/" + QByteArray::fromStdString(event.toString()) + "/log?log_id=" + logId +
                            "&after=" + QByteArray::number(qulonglong(after)) + "&wait=" + wait,
                        pullHeaders(LogId::fromString(logId.toStdString()).value(), after));
    }
    HttpReply pushBytes(const BlockingHttp& http, const Bytes& body) const
    {
        return http.post(path(), body, headers(body));
    }
    // Precondition of what comes back: look at ok() first.
    Result<OutcomeBatch> push(const BlockingHttp& http, std::size_t first, std::size_t last) const
    {
        const HttpReply reply = pushBytes(http, batch(first, last));
        if (reply.status != 200)
            return Error{ErrorCode::Unavailable, reply.body.toStdString()};
        return decodeOutcomeBatch(reply.body);
    }

    SigningKey key = SigningKey::generate();
    DeviceId device;
    std::uint32_t installGen = 1;
    EventId event = idOf<EventId>(1);
    QByteArray token;
    std::vector<SealedOp> ops;
};

} // namespace parterre::testing
