// Requests on QNetworkAccessManager.
#include "sync/link/http_client.h"

#include <QNetworkReply>

namespace parterre {
namespace {

QNetworkRequest toQt(const HttpRequest& request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(static_cast<int>(request.deadline.count()));
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    return out;
}

Result<HttpAnswer> answerOf(QNetworkReply& reply, const std::optional<Error>& cut)
{
    if (cut)
        return *cut;
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::OperationCanceledError)
        return Error{ErrorCode::Timeout, "no answer in time"}; // nobody else cancels
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const bool broken = error > QNetworkReply::NoError && error < QNetworkReply::ProxyConnectionRefusedError;
    if (!status.isValid() || broken)
        return Error{ErrorCode::Offline, reply.errorString().toStdString()};
    return HttpAnswer{status.toInt(), reply.readAll()};
}

} // namespace

void HttpClient::send(const HttpRequest& request, Completion<HttpAnswer> done)
{
    QNetworkReply* reply = request.method == HttpRequest::Method::Get ? m_manager.get(toQt(request))
                                                                      : m_manager.post(toQt(request), request.body);
    const auto cut = std::make_shared<std::optional<Error>>();
    connect(reply, &QNetworkReply::readyRead, this, [reply, cut, limit = request.maxBytes] {
        if (*cut || reply->bytesAvailable() <= limit)
            return;
        *cut = Error{ErrorCode::TooLarge, "an answer of more than " + std::to_string(limit) + " bytes"};
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, cut, done = std::move(done)] {
        reply->deleteLater();
        done(answerOf(*reply, *cut));
    });
}

} // namespace parterre
