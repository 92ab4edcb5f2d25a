// NoticeSender: carries the notices of the test bank to this server by real HTTP requests, as a bank outside would.
#pragma once

#include "sync/base/result.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <string>

namespace parterre {

// Lives on a thread with an event loop. A send that was not answered when this object goes is not completed.
class NoticeSender : public QObject
{
public:
    void setTarget(const QUrl& url) { m_url = url; }
    // Ok when the shop took the notice; Unavailable otherwise, with the reason.
    void send(const QByteArray& body, const std::string& signature, Completion<void> done);

private:
    QNetworkAccessManager m_manager;
    QUrl m_url;
};

} // namespace parterre
