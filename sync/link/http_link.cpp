// The calls of a counter.
#include "sync/link/http_link.h"

#include "sync/link/http_answers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr Milliseconds ordinary{4'000};
constexpr Milliseconds patience{10'000}; // of a clerk at the sign-in: a crowd before the doors makes the centre slow
constexpr Milliseconds beyondWait{800};  // after a long poll's wait: together under two seconds
constexpr qint64 planBytes = 64 * 1024 * 1024;
constexpr qint64 pageBytes = 2 * 1024 * 1024;
constexpr qint64 smallBytes = 1024 * 1024;

QString toQt(const std::string& text)
{
    return QString::fromStdString(text);
}

QString eventPath(EventId event, const QString& rest)
{
    return u"/api/v1/events/"_s + toQt(event.toString()) + rest;
}

QUrl urlOf(const QString& server, const QString& path)
{
    return QUrl((server.endsWith(u'/') ? server.chopped(1) : server) + path);
}

} // namespace

void HttpLink::setDevice(const DeviceCredentials& device)
{
    m_device = device;
    m_key = SigningKey::fromSeed(device.seed);
}

HttpRequest HttpLink::get(const QString& path, Milliseconds deadline, qint64 maxBytes) const
{
    HttpRequest request;
    request.url = urlOf(toQt(m_device ? m_device->server : std::string()), path);
    request.deadline = deadline;
    request.maxBytes = maxBytes;
    request.headers.emplace_back("Accept", "application/cbor");
    if (m_device)
        request.headers.emplace_back("Parterre-Device", QByteArray::fromStdString(m_device->device.toString()));
    return request;
}

void HttpLink::sign(HttpRequest& request, const Bytes& message) const
{
    const Signature signature = m_key ? m_key->sign(message) : Signature{};
    request.headers.emplace_back("Parterre-Signature", toBase64Url(signature.data(), signature.size()));
}

HttpRequest HttpLink::postJson(const QString& server, const QString& path, const QJsonObject& body) const
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = urlOf(server, path);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.deadline = ordinary;
    request.headers.emplace_back("Content-Type", "application/json");
    return request;
}

void HttpLink::enrol(const EnrolRequest& request, Completion<EnrolledDevice> done)
{
    QJsonObject body{
        {u"code"_s, toQt(request.code)},
        {u"name"_s, toQt(request.name)},
        {u"public_key"_s, QString::fromLatin1(toBase64Url(request.publicKey.data(), request.publicKey.size()))}};
    if (request.again) {
        body.insert(u"device"_s, toQt(request.again->toString()));
        body.insert(u"install_gen"_s, static_cast<qint64>(request.installGen));
    }
    m_client.send(postJson(toQt(request.server), u"/api/v1/counters/enrol"_s, body),
                  [done = std::move(done)](Result<HttpAnswer> answer) { done(parseEnrolled(bodyOf(answer))); });
}

void HttpLink::signIn(std::string name, std::string password, Completion<SignedIn> done)
{
    m_credentials = Credentials{std::move(name), std::move(password)};
    m_token.clear();
    ++m_session;
    // Those who waited for the clerk before are told; their sign-in does not count any more.
    for (const Completion<SignedIn>& waiting : std::exchange(m_waiting, {}))
        waiting(Error{ErrorCode::Unauthenticated, "another clerk signed in"});
    openSession(patience, std::move(done));
}

void HttpLink::signOut()
{
    m_credentials.reset();
    m_token.clear();
    ++m_session;
    for (const Completion<SignedIn>& waiting : std::exchange(m_waiting, {}))
        waiting(Error{ErrorCode::Unauthenticated, "signed out"});
}

void HttpLink::openSession(Milliseconds deadline, Completion<SignedIn> done)
{
    m_waiting.push_back(std::move(done));
    if (m_waiting.size() > 1)
        return; // one sign-in at a time; it answers for all
    const QJsonObject body{{u"name"_s, toQt(m_credentials->name)}, {u"password"_s, toQt(m_credentials->password)}};
    HttpRequest request =
        postJson(toQt(m_device ? m_device->server : std::string()), u"/api/v1/staff/sessions"_s, body);
    request.deadline = deadline;
    m_client.send(request,
                  [this, session = m_session](Result<HttpAnswer> answer) { sessionAnswered(session, answer); });
}

void HttpLink::sessionAnswered(std::uint64_t session, const Result<HttpAnswer>& answer)
{
    if (session != m_session)
        return;
    const Result<Session> opened = parseSession(bodyOf(answer));
    if (opened)
        m_token = opened->token;
    else if (opened.error().code == ErrorCode::Unauthenticated)
        m_credentials.reset();
    for (const Completion<SignedIn>& waiting : std::exchange(m_waiting, {}))
        waiting(opened ? Result<SignedIn>(opened->signedIn) : Result<SignedIn>(opened.error()));
}

void HttpLink::authorized(HttpRequest request, Completion<Bytes> done)
{
    if (!m_token.isEmpty())
        return send(std::move(request), true, std::move(done));
    if (!m_credentials || !m_device) {
        QMetaObject::invokeMethod(
            &m_client,
            [done = std::move(done)] {
                done(Error{ErrorCode::Unauthenticated, "nobody is signed in"});
            },
            Qt::QueuedConnection);
        return;
    }
    openSession(ordinary,
                [this, request = std::move(request), done = std::move(done)](Result<SignedIn> opened) mutable {
                    if (!opened)
                        return done(opened.error());
                    send(std::move(request), false, std::move(done));
                });
}

void HttpLink::send(HttpRequest request, bool mayRenew, Completion<Bytes> done)
{
    HttpRequest bearing = request;
    bearing.headers.emplace_back("Authorization", "Bearer " + m_token);
    m_client.send(bearing, [this, token = m_token, request = std::move(request), mayRenew,
                            done = std::move(done)](Result<HttpAnswer> answer) mutable {
        Result<Bytes> body = bodyOf(answer);
        if (body || body.error().code != ErrorCode::Unauthenticated || !mayRenew)
            return done(std::move(body));
        if (m_token == token)
            m_token.clear(); // expired, or the centre was set up anew
        authorized(std::move(request), std::move(done));
    });
}

void HttpLink::events(Completion<std::vector<EventSummary>> done)
{
    authorized(get(u"/api/v1/events"_s, ordinary, smallBytes),
               [done = std::move(done)](Result<Bytes> body) { done(parseEvents(std::move(body))); });
}

void HttpLink::plan(EventId event, Completion<Bytes> done)
{
    authorized(get(eventPath(event, u"/plan"_s), ordinary, planBytes), std::move(done));
}

void HttpLink::snapshot(EventId event, Completion<Bytes> done)
{
    authorized(get(eventPath(event, u"/snapshot"_s), ordinary, planBytes), std::move(done));
}

void HttpLink::pullLog(const PullQuery& query, Completion<LogPage> done)
{
    const QString rest = u"/log?log_id=%1&after=%2&wait=%3"_s.arg(toQt(query.logId.toString()))
                             .arg(query.after)
                             .arg(static_cast<double>(query.wait.count()) / 1000);
    HttpRequest request = get(eventPath(query.event, rest), query.wait + beyondWait, pageBytes);
    sign(request, pullStatement(query.event, query.logId, query.after));
    authorized(std::move(request), [done = std::move(done)](Result<Bytes> body) {
        done(body ? decodeLogPage(*body) : Result<LogPage>(body.error()));
    });
}

void HttpLink::adminGet(const QString& path, Completion<Bytes> done)
{
    HttpRequest request = get(path, ordinary, pageBytes);
    request.headers.front() = {"Accept", "application/json"};
    authorized(std::move(request), std::move(done));
}

void HttpLink::adminPost(const QString& path, const QJsonObject& body, Completion<Bytes> done)
{
    authorized(postJson(toQt(m_device ? m_device->server : std::string()), path, body), std::move(done));
}

void HttpLink::pushOps(const OpBatch& batch, Completion<OutcomeBatch> done)
{
    HttpRequest request = get(u"/api/v1/counters/%1/ops"_s.arg(toQt(batch.device.toString())), ordinary, smallBytes);
    request.method = HttpRequest::Method::Post;
    request.body = encodeOpBatch(batch);
    request.headers.emplace_back("Content-Type", "application/cbor");
    sign(request, request.body);
    authorized(std::move(request), [done = std::move(done)](Result<Bytes> body) {
        done(body ? decodeOutcomeBatch(*body) : Result<OutcomeBatch>(body.error()));
    });
}

} // namespace parterre
