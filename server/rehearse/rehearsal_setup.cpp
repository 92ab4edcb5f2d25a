// Before and after the crowd: questions asked one at a time.
#include "server/rehearse/clerk.h"
#include "server/rehearse/rehearsal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <unistd.h>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

constexpr Microseconds ownDeadline{10'000'000};
constexpr Microseconds longestCheck{60'000'000}; // of the orders nobody opened

// One question, and the end of the loop with its answer.
class Asker final : public Visitor
{
public:
    Asker(Ask ask, std::function<void(const Reply&)> done) : m_ask(std::move(ask)), m_done(std::move(done)) {}
    Next begin(Microseconds) override { return {Microseconds(0), m_ask}; }
    Next answered(const Reply& reply, Microseconds) override
    {
        m_done(reply);
        return Next::leave();
    }

private:
    Ask m_ask;
    std::function<void(const Reply&)> m_done;
};

} // namespace

class Rehearsal::StopWatch final : public Watched
{
public:
    StopWatch(int descriptor, std::function<void()> stop) : m_descriptor(descriptor), m_stop(std::move(stop)) {}
    void ready(std::uint32_t) override
    {
        std::array<char, 128> signal; // a signalfd_siginfo
        while (::read(m_descriptor, signal.data(), signal.size()) > 0)
            m_stop();
    }

private:
    int m_descriptor;
    std::function<void()> m_stop;
};

Rehearsal::Rehearsal(RehearsalOptions options, const Clock& clock, Random& random, int stopDescriptor,
                     std::function<void(const Progress&)> watcher)
    : m_options(std::move(options)), m_clock(clock), m_watcher(std::move(watcher)), m_stopDescriptor(stopDescriptor)
{
    std::uint8_t run[6];
    random.fill(run, sizeof run);
    random.fill(reinterpret_cast<std::uint8_t*>(&m_runKey), sizeof m_runKey);
    m_run = QByteArray(reinterpret_cast<const char*>(run), sizeof run).toHex().toStdString();
}

Rehearsal::~Rehearsal() = default;

void Rehearsal::watchForStop()
{
    if (m_stopDescriptor < 0)
        return;
    m_stop = std::make_unique<StopWatch>(m_stopDescriptor, [this] {
        ++m_stopsAsked;
        if (m_scene)
            close();
        else
            m_loop.stop();
    });
    m_loop.watch(m_stopDescriptor, m_stop.get());
}

Rehearsal::Answer Rehearsal::askOnce(Ask ask)
{
    Answer answer;
    m_own->admit(std::make_unique<Asker>(std::move(ask),
                                         [this, &answer](const Reply& reply) {
                                             answer.reply = reply;
                                             answer.body = std::string(reply.body);
                                             answer.reply.body = answer.body;
                                             answer.reply.session = {};
                                             m_loop.stop();
                                         }),
                 {}, m_loop.now());
    m_loop.run();
    return answer;
}

Result<std::string> Rehearsal::get(const std::string& path)
{
    Answer answer = askOnce(Ask{Call::EventList, "GET", path, {}, {}, true});
    if (answer.reply.status == 200)
        return std::move(answer.body);
    if (answer.reply.status == 404)
        return Error{ErrorCode::NotFound, path};
    return Error{ErrorCode::Unavailable, answer.reply.status == 0 ? std::string(failureName(answer.reply.failure))
                                                                  : "status " + std::to_string(answer.reply.status)};
}

Result<void> Rehearsal::reach()
{
    if (const std::string problem = Target::resolve(m_options.target, m_target); !problem.empty())
        return Error{ErrorCode::Malformed, problem};
    CrowdRules rules;
    rules.deadline = ownDeadline;
    m_own = std::make_unique<Crowd>(m_loop, m_target, m_ownRecorder, rules);
    const auto event = chooseEvent();
    if (!event.ok())
        return event.error();
    const auto details = get("/api/v1/events/" + *event);
    const auto plan = get("/api/v1/events/" + *event + "/plan");
    for (const auto* answer : {&details, &plan})
        if (!answer->ok())
            return answer->error();
    auto hall = Hall::read(QByteArray::fromStdString(*details), QByteArray::fromStdString(*plan));
    if (!hall.ok())
        return hall.error();
    m_hall = std::move(*hall);
    if (!m_hall->onSale())
        return Error{ErrorCode::NotOnSale, m_hall->title()};
    m_before = seatsNow().value_or(std::string());
    return {};
}

Result<std::string> Rehearsal::chooseEvent()
{
    const auto list = get("/api/v1/events");
    if (!list.ok())
        return list.error();
    const QJsonArray events =
        QJsonDocument::fromJson(QByteArray::fromStdString(*list)).object().value(u"events"_s).toArray();
    for (const auto& value : events) {
        const QJsonObject event = value.toObject();
        const std::string id = event.value(u"id"_s).toString().toStdString();
        const bool onSale = event.value(u"sale_state"_s).toString() == u"on_sale";
        if (m_options.event == id || (m_options.event == "first" && onSale))
            return id;
    }
    return Error{ErrorCode::NotFound,
                 m_options.event == "first" ? std::string("no event is on sale") : m_options.event};
}

std::optional<std::string> Rehearsal::seatsNow()
{
    const auto seats = get(m_hall->path() + "/seats");
    if (!seats.ok())
        return std::nullopt;
    return std::string(textMember(*seats, "states"));
}

// What fans paid for and did not get to see, so that every seat is counted.
void Rehearsal::openOrders()
{
    const Microseconds until = m_loop.now() + longestCheck;
    while (m_loop.now() < until && m_stopsAsked < 2) {
        const auto sale = m_sales->nextUnopened();
        if (!sale)
            return;
        const auto order = get("/api/v1/orders/" + sale->order + "?key=" + sale->key);
        if (order.ok())
            m_sales->opened(sale->order, *order);
    }
}

namespace {

Error counterError(const std::string& what, const Reply& reply)
{
    const std::string code(reply.code());
    return Error{
        ErrorCode::Malformed,
        what + " (" + (code.empty() ? std::string(failureName(reply.failure)) : code) + ").",
    };
}

std::string jsonText(const std::string& text)
{
    return QJsonDocument(QJsonArray{QString::fromStdString(text)})
        .toJson(QJsonDocument::Compact)
        .chopped(1)
        .mid(1)
        .toStdString();
}

} // namespace

// Codes are for once: a rehearsal that fails later has used them up.
Result<void> Rehearsal::enrolCounters()
{
    if (m_options.counterCodes.empty())
        return {};
    Ask signIn{Call::SignIn, "POST", "/api/v1/staff/sessions", {}, {}, true};
    signIn.body =
        R"({"name":)" + jsonText(m_options.clerk) + R"(,"password":)" + jsonText(m_options.clerkPassword) + "}";
    signIn.addHeader("Content-Type", "application/json");
    const Answer session = askOnce(signIn);
    m_token = std::string(textMember(session.body, "token"));
    if (!session.reply.good() || m_token.empty())
        return counterError("The clerk " + m_options.clerk + " could not sign in", session.reply);
    const auto event = EventId::fromString(m_hall->event());
    for (const std::string& code : m_options.counterCodes) {
        auto till = std::make_unique<Till>("Rehearsal " + m_run + ' ' + std::to_string(m_tills.size() + 1),
                                           event.value_or(EventId()));
        const auto& key = till->key().publicKey();
        Ask enrol{Call::Enrol, "POST", "/api/v1/counters/enrol", {}, {}, true};
        enrol.body = R"({"code":)" + jsonText(code) + R"(,"name":)" + jsonText(till->name()) + R"(,"public_key":")" +
                     toBase64Url(key.data(), key.size()).toStdString() + "\"}";
        enrol.addHeader("Content-Type", "application/json");
        const Answer enrolled = askOnce(enrol);
        const auto device = DeviceId::fromString(textMember(enrolled.body, "device"));
        if (!enrolled.reply.good() || !device)
            return counterError("The counter with the code " + code + " could not be enrolled", enrolled.reply);
        till->enrolled(*device, static_cast<std::uint32_t>(numberMember(enrolled.body, "install_gen", 1)));
        m_tills.push_back(std::move(till));
    }
    return {};
}

std::unique_ptr<Visitor> Rehearsal::till(std::size_t number)
{
    const auto index = static_cast<std::size_t>(m_people[number].key & 0xFFFF'FFFF);
    return std::make_unique<Clerk>(*m_scene, number, *m_tills[index], m_token);
}

} // namespace parterre::rehearsal
