// The catalogues are compiled in (resources/translations) and loaded once each.
#include "server/web/words.h"

#include "sync/base/require.h"

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QLocale localeOf(Language language)
{
    return language == Language::German ? QLocale(QLocale::German, QLocale::Germany)
                                        : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

const Words& Words::in(Language language)
{
    static const Words english(Language::English);
    static const Words german(Language::German);
    return language == Language::German ? german : english;
}

Words::Words(Language language) : m_language(language), m_locale(localeOf(language))
{
    const std::string_view name = code();
    PARTERRE_REQUIRE(m_catalogue.load(u":/translations/fans_%1.qm"_s.arg(QLatin1StringView(name.data(), 2))));
}

std::string_view Words::code() const
{
    return m_language == Language::German ? "de" : "en";
}

QString Words::nativeName() const
{
    return m_language == Language::German ? u"Deutsch"_s : u"English"_s;
}

QString Words::say(const char* context, const char* source, const char* comment, std::int64_t count) const
{
    QString text = m_catalogue.translate(context, source, comment, static_cast<int>(count));
    if (text.isEmpty())
        text = QString::fromUtf8(source);
    if (count >= 0)
        text.replace(u"%n"_s, m_locale.toString(count));
    return text;
}

std::optional<Language> languageByCode(std::string_view code)
{
    for (const Language language : languages)
        if (Words::in(language).code() == code)
            return language;
    return std::nullopt;
}

} // namespace parterre::web
