// ApiRig: a server on the test venue, with what every test of the API asks again and again.
#pragma once

#include "tests/support/server_under_test.h"
#include "tests/support/test_venue.h"

#include <QFile>

namespace parterre::testing {

inline QByteArray idText(std::uint64_t number)
{
    return QByteArray::fromStdString(idOf<EventId>(number).toString());
}
inline QByteArray eventPath(std::uint64_t number)
{
    return "/api/v1/events/" + idText(number);
}

// A hold as the fan who placed it has it.
struct FanHold
{
    int status = 0; // of the answer
    QByteArray id;
    QByteArray token;
    QByteArray path() const { return "/api/v1/holds/" + id; }
    HttpHeaders headers() const { return bearer(token); }
};

class ApiRig
{
public:
    // False with the reason printed.
    bool start(const std::vector<VenueEvent>& events, const QByteArray& limits = {},
               const QByteArray& front = "releaseJitterMs=0\n")
    {
        if (const auto written = writeTestVenue(server.data(), events); !written.ok()) {
            qWarning("venue: %s", written.error().detail.c_str());
            return false;
        }
        QFile config(server.file(QStringLiteral("server.ini")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write("[front]\n" + front + "[limits]\nconnections=5000\n" + limits);
        config.close();
        m_options = {QStringLiteral("--test-payments"), QStringLiteral("--config"), config.fileName()};
        return again();
    }
    // The same after a kill.
    bool again()
    {
        const bool started = server.start(m_options);
        if (!started)
            qWarning("server: %s", server.errors().constData());
        http = server.http();
        return started;
    }
    // Stops the server and looks through its data.
    bool endsWell()
    {
        const bool stopped = server.stop() == 0;
        const CommandRun verified = server.verify();
        if (!stopped || verified.status != 0)
            qWarning("stopped=%d verify: %s%s", stopped, verified.out.constData(), verified.err.constData());
        return stopped && verified.status == 0;
    }

    QByteArray seats(std::uint64_t event) const { return http.get(eventPath(event) + "/seats").body; }

    // As a new fan.
    FanHold hold(std::uint64_t event, const QByteArray& body, HttpHeaders headers = {}) const
    {
        const HttpReply reply = http.post(eventPath(event) + "/holds", body, std::move(headers));
        return {reply.status, reply.text("hold").toLatin1(), reply.header("Parterre-Session")};
    }

    QByteArray signIn(const QByteArray& name, const QByteArray& password, const QString& from) const
    {
        return server.http(from)
            .post("/api/v1/staff/sessions", R"({"name":")" + name + R"(","password":")" + password + "\"}")
            .text("token")
            .toLatin1();
    }

    ServerUnderTest server;
    BlockingHttp http;

private:
    QStringList m_options;
};

} // namespace parterre::testing
