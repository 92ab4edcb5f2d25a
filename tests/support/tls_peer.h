// TlsPeer: a client of the server behind TLS, and the certificate that server shows.
#pragma once

#include "server/http/tls.h"
#include "tests/support/http_rig.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

namespace parterre::testing {

// A certificate for `name`, signed by itself.
inline std::shared_ptr<http::TlsIdentity> identityFor(const QTemporaryDir& folder, const QString& name)
{
    const QString certificate = folder.filePath(name + QStringLiteral(".crt"));
    const QString key = folder.filePath(name + QStringLiteral(".key"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAllStandardError().constData());
    const auto identity = http::TlsIdentity::load(certificate.toStdString(), key.toStdString());
    return identity.ok() ? *identity : nullptr;
}

struct TlsPeer
{
    explicit TlsPeer(std::uint16_t port)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setAllowedNextProtocols({"h2", "http/1.1"});
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        runUntil([this] { return socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState; });
    }
    QString name() const { return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0); }
    HttpAnswer ask(const QByteArray& request)
    {
        socket.write(request);
        HttpAnswer answer;
        runUntil([&] {
            in += socket.readAll();
            answer = takeAnswer(in);
            return answer.isComplete || socket.state() == QAbstractSocket::UnconnectedState;
        });
        return answer;
    }
    QSslSocket socket;
    QByteArray in;
};

// GET /large answers `large`, POST /echo what it was sent.
inline void serveOverTls(HttpRig& rig, const std::shared_ptr<http::TlsIdentity>& identity, const QByteArray& large)
{
    rig.server.router().add(http::Method::Get, "/large",
                            [large](const http::Request&, const http::Responder& responder) {
                                responder.send(http::textResponse(200, large));
                            });
    rig.server.router().add(http::Method::Post, "/echo",
                            [](const http::Request& request, const http::Responder& responder) {
                                responder.send(http::textResponse(200, request.body));
                            });
    rig.server.encryptWith(identity);
}

} // namespace parterre::testing
