// The counters' side of the sync protocol over HTTP (design 02, 04).
#include "server/api/counter_endpoints.h"

#include "server/api/answers.h"
#include "server/api/callers.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "sync/wire/snapshot.h"

#include <QJsonArray>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using http::Request;
using http::Responder;

constexpr auto cborType = "application/cbor";
constexpr double maxWaitSeconds = 30;
constexpr std::size_t maxPolls = 1'000; // ≤ 64 devices an event, with room for reconnecting ones

http::Response cborAnswer(Bytes bytes)
{
    http::Response response{200, cborType, {}, std::move(bytes), false};
    response.addHeader("Cache-Control", "no-store");
    return response;
}

bool wantsCbor(const Request& request)
{
    return request.header("accept").find(cborType) != std::string_view::npos;
}

Result<std::uint64_t> cursorOf(const Request& request)
{
    const std::string_view text = request.queryValue("after").value_or(std::string_view("0"));
    std::uint64_t after = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), after);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return Error{ErrorCode::Malformed, "after: expected a whole number"};
    return after;
}

// Seconds with a fraction; 0 when not asked for.
Result<Milliseconds> waitOf(const Request& request)
{
    const auto text = request.queryValue("wait");
    if (!text)
        return Milliseconds(0);
    bool ok = false;
    const double seconds = QByteArray(text->data(), static_cast<qsizetype>(text->size())).toDouble(&ok);
    if (!ok || !std::isfinite(seconds) || seconds < 0)
        return Error{ErrorCode::Malformed, "wait: expected seconds"};
    return Milliseconds(static_cast<std::int64_t>(std::min(seconds, maxWaitSeconds) * 1000));
}

QByteArray pageJson(const LogPage& page)
{
    QJsonArray entries;
    for (const auto& entry : page.entries) {
        const Bytes body = encodeEntry(entry.body);
        entries.append(QJsonObject{{u"seq"_s, static_cast<qint64>(entry.seq)},
                                   {u"at"_s, QString::fromStdString(toRfc3339(entry.at))},
                                   {u"cause"_s, QString::fromStdString(entry.cause.toString())},
                                   {u"kind"_s, static_cast<int>(entry.body.index())},
                                   {u"body"_s, QString::fromLatin1(body.toHex())}});
    }
    return compactJson({{u"log_id"_s, QString::fromStdString(page.logId.toString())},
                        {u"head_seq"_s, static_cast<qint64>(page.headSeq)},
                        {u"entries"_s, entries}});
}

} // namespace

void CounterEndpoints::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (CounterEndpoints::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Post, "/api/v1/counters/{device}/ops", to(&CounterEndpoints::push));
    router.add(Method::Get, "/api/v1/events/{event}/log", to(&CounterEndpoints::pull));
    router.add(Method::Get, "/api/v1/events/{event}/snapshot", to(&CounterEndpoints::snapshot));
}

void CounterEndpoints::push(const Request& request, const Responder& responder)
{
    if (const auto staff = staffOf(m_context, request, Permission::Sell); !staff.ok())
        return responder.send(http::errorResponse(staff.error()));
    const auto device = counterOf(m_context, request);
    if (!device.ok())
        return responder.send(http::errorResponse(device.error()));
    auto batch = decodeOpBatch(request.body);
    if (!batch.ok())
        return responder.send(http::errorResponse(batch.error()));
    if (batch->device != device->id)
        return responder.send(http::errorResponse({ErrorCode::Forbidden, "ops of another device"}));
    if (batch->installGen != device->installGen) // a journal of before, or of after: its counter must be enrolled anew
        return responder.send(http::errorResponse({ErrorCode::OpFork, "the centre knows this counter as installation " +
                                                                          std::to_string(device->installGen)}));
    for (const auto& op : batch->ops)
        if (!verifySignature(device->publicKey, op.hash.data(), op.hash.size(), op.signature))
            return responder.send(http::errorResponse({ErrorCode::BadSignature, "op " + std::to_string(op.opN)}));
    m_presence.heard(device->id);
    if (!m_context.mirrors.find(batch->event))
        return responder.send(http::errorResponse({ErrorCode::NotFound, "event"}));
    m_context.arbiter.submitOps(std::move(*batch), m_context.thread, [responder](Result<OutcomeBatch> outcomes) {
        responder.send(outcomes.ok() ? cborAnswer(encodeOutcomeBatch(*outcomes))
                                     : http::errorResponse(outcomes.error()));
    });
}

void CounterEndpoints::pull(const Request& request, const Responder& responder)
{
    if (const auto staff = staffOf(m_context, request, Permission::Sell); !staff.ok())
        return responder.send(http::errorResponse(staff.error()));
    const auto mirror = eventOf(m_context, request);
    const auto after = cursorOf(request);
    const auto wait = waitOf(request);
    for (const Error* error : {mirror.ok() ? nullptr : &mirror.error(), after.ok() ? nullptr : &after.error(),
                               wait.ok() ? nullptr : &wait.error()})
        if (error)
            return responder.send(http::errorResponse(*error));
    const auto logId = LogId::fromString(request.queryValue("log_id").value_or(std::string_view()));
    if (!logId)
        return responder.send(http::errorResponse({ErrorCode::Malformed, "log_id: expected 32 hexadecimal digits"}));
    const auto cursor = (*mirror)->checkCursor(*logId, *after);
    noteCaller(request, **mirror, *logId, *after, !cursor.ok() && cursor.error().code == ErrorCode::FutureCursor);
    if (!cursor.ok())
        return responder.send(http::errorResponse(cursor.error()));
    const bool cbor = wantsCbor(request);
    if (*after < (*mirror)->seq() || wait->count() == 0 || m_polls.size() >= maxPolls)
        return answerPull(**mirror, *after, cbor, responder);
    const auto poll = m_polls.insert(m_polls.end(), {*mirror, *after, cbor, responder, 0});
    poll->deadline = m_context.scheduler.after(*wait, [this, poll] {
        answerPull(*poll->mirror, poll->after, poll->cbor, poll->responder);
        m_polls.erase(poll);
    });
}

// Who polls is there, and what it has seen was there: both count only with the counter's signature. A signature costs
// more than all the rest of a pull, and a counter of a lively event pulls often: once a second is enough.
void CounterEndpoints::noteCaller(const Request& request, const EventMirror& mirror, LogId logId, std::uint64_t after,
                                  bool lostHistory)
{
    const auto id = DeviceId::fromString(request.header("parterre-device"));
    if (!id || (!lostHistory && m_presence.heardLately(*id)))
        return;
    const auto device = counterThatSigned(m_context, request, pullStatement(mirror.event(), logId, after));
    if (!device.ok())
        return; // a person's program, or a lie: it reads what any member of the staff may read
    m_presence.heard(device->id);
    if (lostHistory)
        alarmLostHistory(mirror, *device, after);
}

// Once for each counter that shows it: who settles the alarm has decided about that counter's word. Null device: the
// counters are sound, it is the centre that is not.
void CounterEndpoints::alarmLostHistory(const EventMirror& mirror, const CounterDevice& device, std::uint64_t after)
{
    const auto shown = std::pair(mirror.event(), device.id);
    if (!m_lostHistory.insert(shown).second)
        return;
    CommandRequest alarm;
    alarm.event = mirror.event();
    alarm.command = RaiseAlarm{AlarmKind::LostHistory,
                               {},
                               device.name + " has seen the log up to " + std::to_string(after) + ", it ends at " +
                                   std::to_string(mirror.seq())};
    alarm.cause = randomId<CauseId>(m_context.random);
    m_context.arbiter.submit(std::move(alarm), m_context.thread, [this, shown](Result<CommandDone> done) {
        if (!done.ok()) // of this moment: its next pull says it again
            m_lostHistory.erase(shown);
    });
}

void CounterEndpoints::advanced(const EventMirror& mirror)
{
    for (auto poll = m_polls.begin(); poll != m_polls.end();) {
        if (poll->mirror != &mirror) {
            ++poll;
            continue;
        }
        m_context.scheduler.cancel(poll->deadline);
        answerPull(mirror, poll->after, poll->cbor, poll->responder);
        poll = m_polls.erase(poll);
    }
}

void CounterEndpoints::answerAllPolls()
{
    for (const auto& poll : m_polls) {
        m_context.scheduler.cancel(poll.deadline);
        answerPull(*poll.mirror, poll.after, poll.cbor, poll.responder);
    }
    m_polls.clear();
}

Result<Bytes> CounterEndpoints::page(const EventMirror& mirror, std::uint64_t after) const
{
    if (mirror.reachesBackTo(after))
        return mirror.logPage(after);
    // Long ago: from disk, a page at a time; bodies are a good third of what an entry takes in a page.
    auto stored = m_context.orders.entries(mirror.event(), after, 20'000, LogPage::maxBytes / 3);
    if (!stored.ok())
        return stored.error();
    LogPage page{mirror.logId(), mirror.seq(), {}, mirror.state().digest()};
    for (const auto& entry : *stored) {
        auto body = decodeEntry(entry.body);
        if (!body.ok())
            return Error{ErrorCode::Corrupt, "entry " + std::to_string(entry.seq)};
        page.entries.push_back({entry.seq, entry.at, entry.cause, std::move(*body)});
    }
    return encodeLogPage(page);
}

void CounterEndpoints::answerPull(const EventMirror& mirror, std::uint64_t after, bool cbor, const Responder& responder)
{
    if (!responder.isPeerThere())
        return;
    auto bytes = page(mirror, after);
    if (!bytes.ok())
        return responder.send(http::errorResponse(bytes.error()));
    if (cbor)
        return responder.send(cborAnswer(std::move(*bytes)));
    const auto decoded = decodeLogPage(*bytes);
    responder.send(decoded.ok() ? http::jsonResponse(200, pageJson(*decoded)) : http::errorResponse(decoded.error()));
}

void CounterEndpoints::snapshot(const Request& request, const Responder& responder)
{
    if (const auto staff = staffOf(m_context, request, Permission::Sell); !staff.ok())
        return responder.send(http::errorResponse(staff.error()));
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(http::errorResponse(mirror.error()));
    responder.send(cborAnswer(encodeSnapshot({(*mirror)->logId(), (*mirror)->headHash(), (*mirror)->state()})));
}

} // namespace parterre
