// PageVisitor: a browser without scripts: keeps cookies, sends forms, reads fields.
#pragma once

#include "tests/support/api_rig.h"

#include <QUrl>

#include <map>

namespace parterre::testing {

using FormFields = std::vector<std::pair<QByteArray, QByteArray>>;

class PageVisitor
{
public:
    explicit PageVisitor(const BlockingHttp& http, QByteArray language = "en") : m_http(http)
    {
        m_cookies["parterre_lang"] = std::move(language);
    }

    HttpReply get(const QByteArray& path) { return keep(m_http.get(path, headers())); }
    // As the server answers it; redirects are not followed.
    HttpReply post(const QByteArray& path, const FormFields& fields)
    {
        QByteArray body;
        for (const auto& [name, value] : fields)
            body += (body.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(QString::fromUtf8(value));
        HttpHeaders all = headers();
        all.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        return keep(m_http.post(path, body, all));
    }
    const QByteArray& cookie(const QByteArray& name) { return m_cookies[name]; }

    // The value of the first field of that name.
    static QByteArray field(const HttpReply& page, const QByteArray& name)
    {
        const QByteArray mark = "name=\"" + name + "\" value=\"";
        const qsizetype at = page.body.indexOf(mark);
        return at < 0 ? QByteArray()
                      : page.body.mid(at + mark.size(), page.body.indexOf('"', at + mark.size()) - at - mark.size());
    }

private:
    HttpHeaders headers() const
    {
        QByteArray line;
        for (const auto& [name, value] : m_cookies)
            line += (line.isEmpty() ? "" : "; ") + name + '=' + value;
        return {{"Cookie", line}};
    }
    HttpReply keep(HttpReply reply)
    {
        for (const QByteArray& line : reply.head.split('\n')) {
            if (!line.toLower().startsWith("set-cookie: "))
                continue;
            const QByteArray pair = line.mid(12, line.indexOf(';') - 12);
            m_cookies[pair.left(pair.indexOf('='))] = pair.mid(pair.indexOf('=') + 1);
        }
        return reply;
    }

    BlockingHttp m_http;
    std::map<QByteArray, QByteArray> m_cookies;
};

} // namespace parterre::testing
