// HttpLink: Link over HTTP, the calls of design 04 "Staff and counters". GUI thread or any other with an event loop.
#pragma once

#include "sync/counter/link.h"
#include "sync/link/http_client.h"

#include <optional>

class QJsonObject;

namespace parterre {

class JsonFields;

class HttpLink : public Link
{
public:
    HttpLink() = default;

    void setDevice(const DeviceCredentials& device) override;
    void enrol(const EnrolRequest& request, Completion<EnrolledDevice> done) override;
    void signIn(std::string name, std::string password, Completion<SignedIn> done) override;
    void signOut() override;
    void events(Completion<std::vector<EventSummary>> done) override;
    void plan(EventId event, Completion<Bytes> done) override;
    void snapshot(EventId event, Completion<Bytes> done) override;
    void pullLog(const PullQuery& query, Completion<LogPage> done) override;
    void pushOps(const OpBatch& batch, Completion<OutcomeBatch> done) override;

    // For HttpAdminLink: `path` begins with a slash; the body of a good answer.
    void adminGet(const QString& path, Completion<Bytes> done);
    void adminPost(const QString& path, const QJsonObject& body, Completion<Bytes> done);

private:
    struct Credentials
    {
        std::string name;
        std::string password;
    };

    HttpRequest get(const QString& path, Milliseconds deadline, qint64 maxBytes) const;
    void sign(HttpRequest& request, const Bytes& message) const;
    HttpRequest postJson(const QString& server, const QString& path, const QJsonObject& body) const;
    // Sends with the session's token; signs in first when there is none, and once more when the centre has forgotten
    // it.
    void authorized(HttpRequest request, Completion<Bytes> done);
    void send(HttpRequest request, bool mayRenew, Completion<Bytes> done);
    void openSession(Milliseconds deadline, Completion<SignedIn> done);
    void sessionAnswered(std::uint64_t session, const Result<HttpAnswer>& answer);

    HttpClient m_client;
    std::optional<DeviceCredentials> m_device;
    std::optional<SigningKey> m_key;
    std::optional<Credentials> m_credentials;
    Bytes m_token;
    std::uint64_t m_session = 0;                 // counts signIn() and signOut()
    std::vector<Completion<SignedIn>> m_waiting; // for the sign-in under way
};

} // namespace parterre
