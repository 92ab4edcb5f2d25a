// One POST a notice.
#include "server/daemon/notice_sender.h"

#include <QNetworkReply>

namespace parterre {
namespace {

constexpr int answerWithinMs = 10'000;

}

void NoticeSender::send(const QByteArray& body, const std::string& signature, Completion<void> done)
{
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setRawHeader("Parterre-Payment-Signature", QByteArray::fromStdString(signature));
    request.setTransferTimeout(answerWithinMs);
    QNetworkReply* reply = m_manager.post(request, body);
    reply->ignoreSslErrors(); // to ourselves, whose certificate names another host; the notice is signed
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError)
            return done({});
        done(Error{ErrorCode::Unavailable, reply->errorString().toStdString()});
    });
}

} // namespace parterre
