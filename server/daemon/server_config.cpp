// QSettings reads the file; every number is checked here.
#include "server/daemon/server_config.h"

#include "server/mail/message_text.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr qulonglong longestTime = 24 * 3'600'000; // ms

// One group of whole numbers.
class Numbers
{
public:
    Numbers(QSettings& settings, const QString& group) : m_settings(settings) { m_settings.beginGroup(group); }
    ~Numbers() { m_settings.endGroup(); }

    template <typename Number>
    void read(const char* name, Number& target, qulonglong least = 1, qulonglong most = UINT64_MAX)
    {
        const QVariant value = m_settings.value(QLatin1String(name));
        if (!value.isValid())
            return;
        bool parsed = false;
        const qulonglong number = value.toString().toULongLong(&parsed);
        if (!parsed || number < least || number > most)
            m_bad = name;
        else
            target = static_cast<Number>(number);
    }
    void readTime(const char* name, Milliseconds& target, qulonglong least = 1)
    {
        auto time = static_cast<qulonglong>(target.count());
        read(name, time, least, longestTime);
        target = Milliseconds(static_cast<std::int64_t>(time));
    }
    const char* bad() const { return m_bad; } // the last one that is no such number; null: none

private:
    QSettings& m_settings;
    const char* m_bad = nullptr;
};

const char* readLimits(QSettings& settings, http::Limits& limits)
{
    Numbers numbers(settings, u"limits"_s);
    numbers.read("headerBytes", limits.headerBytes);
    numbers.read("targetBytes", limits.targetBytes);
    numbers.read("headerCount", limits.headerCount);
    numbers.read("bodyBytes", limits.bodyBytes);
    numbers.read("connections", limits.connections);
    numbers.read("connectionsPerAddress", limits.connectionsPerAddress);
    numbers.read("bodyBytesPerSecond", limits.bodyBytesPerSecond);
    numbers.read("streamBacklog", limits.streamBacklog);
    numbers.readTime("headerWithinMs", limits.headerWithin);
    numbers.readTime("bodyWithinMs", limits.bodyWithin);
    numbers.readTime("idleMs", limits.idle);
    numbers.readTime("writeStallMs", limits.writeStall);
    return numbers.bad();
}

Result<void> readMail(const QSettings& settings, const QDir& folder, ServerOptions& options)
{
    const auto text = [&](const QString& key) { return settings.value(u"mail/"_s + key).toString().trimmed(); };
    options.smtp.url = text(u"smtp"_s).toStdString();
    options.smtp.user = text(u"user"_s).toStdString();
    options.smtp.password = text(u"password"_s).toStdString();
    if (const QString from = text(u"from"_s); !from.isEmpty())
        options.smtp.from = from.toStdString();
    if (const QString named = text(u"folder"_s); !named.isEmpty())
        options.mailFolder = folder.absoluteFilePath(named);
    options.publicUrl = text(u"publicUrl"_s);
    while (options.publicUrl.endsWith(u'/'))
        options.publicUrl.chop(1);
    const std::string& url = options.smtp.url;
    if (!url.empty() && !url.starts_with("smtp://") && !url.starts_with("smtps://"))
        return Error{ErrorCode::Malformed, "[mail] smtp is \"smtp://host:587\" or \"smtps://host\""};
    if (!isAddress(options.smtp.from))
        return Error{ErrorCode::Malformed,
                     "[mail] from is a bare address such as tickets@venue.example, without a name"};
    return {};
}

const char* readFront(QSettings& settings, ServerOptions& options)
{
    Numbers numbers(settings, u"front"_s);
    numbers.read("socketThreads", options.socketThreads, 0, 64);
    numbers.readTime("releaseJitterMs", options.releaseJitter, 0);
    return numbers.bad();
}

} // namespace

Result<void> readConfig(const QString& file, ServerOptions& options)
{
    if (file.isEmpty())
        return {};
    const std::string name = file.toStdString();
    if (!QFile::exists(file))
        return Error{ErrorCode::NotFound, name};
    QSettings settings(file, QSettings::IniFormat);
    if (const char* bad = readLimits(settings, options.limits))
        return Error{ErrorCode::Malformed,
                     name + ": [limits] takes whole numbers above 0; times in ms, up to a day; not so: " + bad};
    const QDir folder = QFileInfo(file).absoluteDir();
    const auto path = [&](const QString& key) {
        const QString named = settings.value(u"tls/"_s + key).toString();
        return named.isEmpty() ? named : folder.absoluteFilePath(named);
    };
    options.certificate = path(u"certificate"_s);
    options.key = path(u"key"_s);
    if (options.certificate.isEmpty() != options.key.isEmpty())
        return Error{ErrorCode::Malformed, name + ": [tls] takes both, certificate and key"};
    if (const auto mail = readMail(settings, folder, options); !mail.ok())
        return Error{mail.error().code, name + ": " + mail.error().detail};
    if (const char* bad = readFront(settings, options))
        return Error{ErrorCode::Malformed,
                     name + ": [front] takes a time in ms, up to a day, and up to 64 threads; not so: " + bad};
    options.metricsToken = settings.value(u"front/metricsToken"_s).toString().toStdString();
    if (!options.metricsToken.empty() && options.metricsToken.size() < 16)
        return Error{ErrorCode::Malformed, name + ": [front] metricsToken has at least 16 characters"};
    options.secureCookies = settings.value(u"front/secureCookies"_s, false).toBool();
    auto proxies = http::TrustedProxies::parse(settings.value(u"front/trustedProxies"_s)
                                                   .toStringList()
                                                   .join(u',')
                                                   .toStdString()); // QSettings divides at commas
    if (!proxies.ok())
        return Error{ErrorCode::Malformed, name + ": " + proxies.error().detail};
    options.proxies = std::move(*proxies);
    if (settings.status() != QSettings::NoError)
        return Error{ErrorCode::Malformed, name + ": it is no INI file"};
    return {};
}

} // namespace parterre
