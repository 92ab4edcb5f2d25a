// HttpClient: one HTTP request, one answer, with a deadline and a bound on its size. Knows nothing of the API.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/result.h"
#include "sync/wire/bytes.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <vector>

namespace parterre {

struct HttpRequest
{
    enum class Method { Get, Post } method = Method::Get;
    QUrl url;
    Bytes body;
    std::vector<std::pair<Bytes, Bytes>> headers;
    Milliseconds deadline{4000}; // longest silence: until the answer begins, and while it arrives
    qint64 maxBytes = 1024 * 1024;
};

struct HttpAnswer
{
    int status = 0;
    Bytes body;
};

class HttpClient : public QObject
{
public:
    // Any status is an answer. Errors: Offline (no connection), Timeout, TooLarge. Nothing is called after this object
    // has gone.
    void send(const HttpRequest& request, Completion<HttpAnswer> done);

private:
    QNetworkAccessManager m_manager;
};

} // namespace parterre
