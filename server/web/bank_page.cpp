// A plain form. It says in every line that no money moves.
#include "server/web/bank_page.h"

#include "server/web/html.h"
#include "server/web/locale_text.h"

namespace parterre::web {
namespace {

std::string button(const std::string& choice, const QString& text, const std::string& look)
{
    return "<p><button class=\"" + look + "\" name=\"choice\" value=\"" + choice + "\">" + escape(text) +
           "</button></p>\n";
}

QString stageText(const Words& words, TestBank::Stage stage)
{
    switch (stage) {
    case TestBank::Stage::Open:
        return {};
    case TestBank::Stage::Deciding:
        return words.say("Bank", "The bank is still deciding.");
    case TestBank::Stage::Captured:
        return words.say("Bank", "This payment was made.");
    case TestBank::Stage::Declined:
        return words.say("Bank", "This payment was declined. Nothing was taken.");
    case TestBank::Stage::Refunded:
        return words.say("Bank", "This payment was given back.");
    }
    return {};
}

PageParts bankPage(const Words& words, const TestBank::Payment& payment, const std::string& path)
{
    const QString title = words.say("Bank", "Test bank");
    std::string html = "<h1>" + escape(title) + "</h1>\n<p class=\"muted\">" +
                       escape(words.say("Bank", "No money moves here. Say how the payment shall end.")) +
                       "</p>\n<p class=\"total\">" + escape(moneyText(words, payment.request.amount)) + "</p>\n";
    if (payment.stage != TestBank::Stage::Open) {
        const bool taken = payment.stage != TestBank::Stage::Declined;
        html += "<p>" + escape(stageText(words, payment.stage)) + "</p>\n";
        if (payment.givenBack.minor > 0)
            html += "<p>" +
                    escape(words.say("Bank", "Given back so far: %1").arg(moneyText(words, payment.givenBack))) +
                    "</p>\n";
        html += "<p><a class=\"button\" href=\"" +
                escape(taken ? payment.request.paidUrl : payment.request.declinedUrl) + "\">" +
                escape(words.say("Bank", "Back to the shop")) + "</a></p>";
    } else {
        html += "<form method=\"post\" action=\"" + escape(path) + "\">\n" +
                button("pay", words.say("Bank", "Pay"), "") +
                button("slow", words.say("Bank", "Pay, but let the bank take its time"), "quiet") +
                button("decline", words.say("Bank", "Decline, or go back without paying"), "quiet") + "</form>\n";
    }
    return {title, html, {}, {}, false};
}

} // namespace

void BankPage::addTo(http::Router& router)
{
    using http::Method;
    router.add(Method::Get, "/pay/{payment}",
               [this](const http::Request& request, const http::Responder& responder) { show(request, responder); });
    router.add(Method::Post, "/pay/{payment}",
               [this](const http::Request& request, const http::Responder& responder) { choose(request, responder); });
}

void BankPage::show(const http::Request& request, const http::Responder& responder)
{
    const TestBank::Payment* payment = m_bank.find(request.param("payment"));
    if (!payment)
        return responder.send(problemPage(visitOf(request), {ErrorCode::NotFound, "payment"}));
    const Visit visit = visitOf(request);
    responder.send(page(visit, 200, bankPage(*visit.words, *payment, request.path)));
}

void BankPage::choose(const http::Request& request, const http::Responder& responder)
{
    const std::string_view name = request.param("payment");
    const auto form = http::parseForm({request.body.constData(), static_cast<std::size_t>(request.body.size())}, 10);
    if (!m_bank.find(name) || !form.ok() || form->size() != 1 || form->front().first != "choice")
        return responder.send(problemPage(visitOf(request), {ErrorCode::Malformed, "payment"}));
    const std::string& choice = form->front().second;
    if (choice != "pay" && choice != "slow" && choice != "decline")
        return responder.send(problemPage(visitOf(request), {ErrorCode::Malformed, "choice"}));
    const PayerChoice chosen = choice == "pay"    ? PayerChoice::Pay
                               : choice == "slow" ? PayerChoice::PaySlowly
                                                  : PayerChoice::Decline;
    responder.send(seeOther(m_bank.choose(name, chosen)));
}

} // namespace parterre::web
