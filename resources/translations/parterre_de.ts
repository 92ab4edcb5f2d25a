<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CaseText</name>
    <message>
        <source>free again by now</source>
        <translation>inzwischen wieder frei</translation>
    </message>
    <message>
        <source>in another customer&apos;s basket</source>
        <translation>im Warenkorb eines anderen Gastes</translation>
    </message>
    <message>
        <source>being paid by another customer</source>
        <translation>wird gerade von einem anderen Gast bezahlt</translation>
    </message>
    <message>
        <source>reserved by name before</source>
        <translation>vorher auf einen Namen reserviert</translation>
    </message>
    <message>
        <source>sold at the centre before</source>
        <translation>vorher in der Zentrale verkauft</translation>
    </message>
    <message>
        <source>sold before, and somebody sits there</source>
        <translation>vorher verkauft, und dort sitzt schon jemand</translation>
    </message>
    <message>
        <source>promised to another counter</source>
        <translation>einer anderen Kasse zugesagt</translation>
    </message>
    <message>
        <source>blocked by the house</source>
        <translation>vom Haus gesperrt</translation>
    </message>
    <message>
        <source>kept for another customer who lost their seats</source>
        <translation>für einen anderen Gast gehalten, der seine Plätze verloren hat</translation>
    </message>
    <message>
        <source>Sold here provisionally at %1 by %2 for %3: %4.</source>
        <translation>Hier um %1 von %2 für %3 vorläufig verkauft: %4.</translation>
    </message>
    <message>
        <source>Sold provisionally at another counter at %1 by %2 for %3: %4.</source>
        <translation>An einer anderen Kasse um %1 von %2 für %3 vorläufig verkauft: %4.</translation>
    </message>
    <message>
        <source>Sold here at %1 by %2 for %3: %4.</source>
        <translation>Hier um %1 von %2 für %3 verkauft: %4.</translation>
    </message>
    <message>
        <source>Sold at another counter at %1 by %2 for %3: %4.</source>
        <translation>An einer anderen Kasse um %1 von %2 für %3 verkauft: %4.</translation>
    </message>
    <message>
        <source>%1: %2%3.</source>
        <comment>places: what holds them (names)</comment>
        <translation>%1: %2%3.</translation>
    </message>
    <message>
        <source>Somebody is paying for these seats at this moment. If their payment goes through, they keep them; if not, this sale has them.</source>
        <translation>Gerade bezahlt jemand diese Plätze. Gelingt die Zahlung, behält er sie; sonst gehören sie zu diesem Verkauf.</translation>
    </message>
    <message>
        <source>The other payment did not go through, so these tickets count.</source>
        <translation>Die andere Zahlung ist nicht zustande gekommen, deshalb gelten diese Karten.</translation>
    </message>
    <message>
        <source>Whoever sits on a seat with a valid ticket keeps it.</source>
        <translation>Wer mit gültiger Karte auf einem Platz sitzt, behält ihn.</translation>
    </message>
    <message>
        <source>The sale that reaches the centre first keeps the seat, whenever it was made.</source>
        <translation>Der Verkauf, der zuerst in der Zentrale ankommt, behält den Platz, egal wann er gemacht wurde.</translation>
    </message>
    <message>
        <source>A reservation keeps its seats until its deadline.</source>
        <translation>Eine Reservierung behält ihre Plätze bis zu ihrer Frist.</translation>
    </message>
    <message>
        <source>Seats in a counter&apos;s reserve belong to that counter alone, so that it can sell them off line.</source>
        <translation>Plätze in der Reserve einer Kasse gehören ihr allein, damit sie sie ohne Verbindung verkaufen kann.</translation>
    </message>
    <message>
        <source>Seats blocked by the house are sold only when a supervisor releases them.</source>
        <translation>Vom Haus gesperrte Plätze werden erst verkauft, wenn die Kassenleitung sie freigibt.</translation>
    </message>
    <message>
        <source>A payment under way keeps its seats until it ends.</source>
        <translation>Eine laufende Zahlung behält ihre Plätze, bis sie endet.</translation>
    </message>
    <message>
        <source>Seats kept for a customer who lost theirs are not taken away again.</source>
        <translation>Plätze, die für einen Gast gehalten werden, der seine verloren hat, werden nicht noch einmal weggenommen.</translation>
    </message>
    <message>
        <source>The seats had somebody else&apos;s claim when this sale reached the centre.</source>
        <translation>Als dieser Verkauf in der Zentrale ankam, hatte jemand anderes Anspruch auf die Plätze.</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Zurückgegeben: %1</translation>
    </message>
    <message>
        <source>To give back: %1</source>
        <translation>Zurückzugeben: %1</translation>
    </message>
    <message>
        <source>%1 (%2, the same price area)</source>
        <translation>%1 (%2, dieselbe Preisgruppe)</translation>
    </message>
    <message>
        <source>%1 (%2; never dearer, what is cheaper is given back)</source>
        <translation>%1 (%2; nie teurer, was weniger kostet, wird erstattet)</translation>
    </message>
    <message>
        <source>Nothing to do yet. It is decided within minutes.</source>
        <translation>Noch nichts zu tun. Es entscheidet sich in wenigen Minuten.</translation>
    </message>
    <message>
        <source>Let the centre look for other seats, or agree to meet the customer at the door.</source>
        <translation>Die Zentrale andere Plätze suchen lassen oder mit dem Gast vereinbaren, es am Einlass zu klären.</translation>
    </message>
    <message>
        <source>Ask the customer. The seats are kept until %1.</source>
        <translation>Bitte den Gast fragen. Die Plätze sind gehalten bis %1.</translation>
    </message>
    <message>
        <source>Give the money back, then say so. Or look for other seats once more.</source>
        <translation>Bitte das Geld zurückgeben und das hier bestätigen. Oder noch einmal andere Plätze suchen.</translation>
    </message>
    <message>
        <source>The customer is met at the door. Say when it is settled.</source>
        <translation>Es wird mit dem Gast am Einlass geklärt. Bitte bestätigen, wenn es erledigt ist.</translation>
    </message>
    <message>
        <source>Give back what the new seats cost less, then say so. Print the new tickets and the letter.</source>
        <translation>Bitte zurückgeben, was die neuen Plätze weniger kosten, und das bestätigen. Dann die neuen Karten und den Brief drucken.</translation>
    </message>
    <message>
        <source>Print the new tickets and the letter; the old tickets are worth nothing.</source>
        <translation>Bitte die neuen Karten und den Brief drucken; die alten Karten gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing more to do: the customer has the seats they bought.</source>
        <translation>Nichts mehr zu tun: Der Gast hat die Plätze, die er gekauft hat.</translation>
    </message>
    <message>
        <source>Nothing more to do.</source>
        <translation>Nichts mehr zu tun.</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>a payment decides</source>
        <translation>eine Zahlung entscheidet</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>other seats kept</source>
        <translation>andere Plätze gehalten</translation>
    </message>
    <message>
        <source>money to give back</source>
        <translation>Geld zurückzugeben</translation>
    </message>
    <message>
        <source>to settle at the door</source>
        <translation>am Einlass zu klären</translation>
    </message>
    <message>
        <source>tickets count</source>
        <translation>Karten gelten</translation>
    </message>
    <message>
        <source>seated elsewhere</source>
        <translation>umgesetzt</translation>
    </message>
    <message>
        <source>seats granted</source>
        <translation>Plätze gewährt</translation>
    </message>
    <message>
        <source>money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>settled at the door</source>
        <translation>am Einlass geklärt</translation>
    </message>
    <message>
        <source>Unknown; wait until they come</source>
        <translation>Unbekannt; warten, bis der Gast kommt</translation>
    </message>
    <message>
        <source>%1. Wants to be asked.</source>
        <translation>%1. Möchte gefragt werden.</translation>
    </message>
    <message>
        <source>%1. Wants to be seated near.</source>
        <translation>%1. Möchte in der Nähe sitzen.</translation>
    </message>
    <message>
        <source>%1. Wants the money back.</source>
        <translation>%1. Möchte das Geld zurück.</translation>
    </message>
    <message>
        <source>reseated, money to give back</source>
        <translation>umgesetzt, Geld zurückzugeben</translation>
    </message>
</context>
<context>
    <name>CentreWords</name>
    <message>
        <source>wrong name or password</source>
        <translation>Name oder Passwort ist falsch</translation>
    </message>
    <message>
        <source>too many sign-ins at once</source>
        <translation>zu viele Anmeldungen auf einmal</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>bitte neu anmelden</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>niemand ist angemeldet</translation>
    </message>
    <message>
        <source>this needs the permission %1, which starts at the role %2</source>
        <translation>dafür ist die Rolle %2 nötig (Recht %1)</translation>
    </message>
    <message>
        <source>this enrolment code is unknown, used or expired</source>
        <translation>dieser Einrichtungscode ist unbekannt, verbraucht oder abgelaufen</translation>
    </message>
    <message>
        <source>there is no such counter to enrol again</source>
        <translation>eine solche Kasse, die neu einzurichten wäre, gibt es nicht</translation>
    </message>
    <message>
        <source>this counter was revoked</source>
        <translation>diese Kasse wurde gesperrt</translation>
    </message>
    <message>
        <source>this counter is not known here and must be enrolled anew</source>
        <translation>diese Kasse ist hier nicht bekannt und muss neu eingerichtet werden</translation>
    </message>
    <message>
        <source>revoke the counter&apos;s key before you call it lost</source>
        <translation>vor „verloren“ muss der Schlüssel der Kasse gesperrt sein</translation>
    </message>
    <message>
        <source>its counter may still sell from it</source>
        <translation>ihre Kasse darf noch daraus verkaufen</translation>
    </message>
    <message>
        <source>its counter has given it back</source>
        <translation>ihre Kasse hat sie zurückgegeben</translation>
    </message>
    <message>
        <source>their counter cannot be asked now</source>
        <translation>ihre Kasse ist gerade nicht zu erreichen</translation>
    </message>
    <message>
        <source>the list has changed since it was read</source>
        <translation>die Liste hat sich geändert, seit sie gelesen wurde</translation>
    </message>
    <message>
        <source>an alarm about this counter waits for a person</source>
        <translation>ein Alarm zu dieser Kasse wartet auf jemanden</translation>
    </message>
    <message>
        <source>this case is not open</source>
        <translation>dieser Konflikt ist nicht offen</translation>
    </message>
    <message>
        <source>this case waits for no offer</source>
        <translation>dieser Konflikt wartet auf kein Angebot</translation>
    </message>
    <message>
        <source>three offers have been made</source>
        <translation>drei Angebote wurden schon gemacht</translation>
    </message>
    <message>
        <source>the offer has ended</source>
        <translation>das Angebot ist abgelaufen</translation>
    </message>
    <message>
        <source>no money is due in this case</source>
        <translation>in diesem Konflikt ist kein Geld fällig</translation>
    </message>
    <message>
        <source>somebody who has paid waits for these places</source>
        <translation>jemand, der bezahlt hat, wartet auf diese Plätze</translation>
    </message>
    <message>
        <source>the event waits for its counters</source>
        <translation>die Veranstaltung wartet auf ihre Kassen</translation>
    </message>
    <message>
        <source>the show is over</source>
        <translation>die Vorstellung ist vorbei</translation>
    </message>
    <message>
        <source>this ticket is void</source>
        <translation>diese Karte ist storniert</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>die Zentrale wird gerade beendet</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>seller</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>Kassenleitung</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Veranstaltungsleitung</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as a code</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>this ticket is not valid, or there is newer paper</source>
        <translation>dieses Ticket gilt nicht, oder es gibt ein neueres</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>erst ab %1</translation>
    </message>
    <message>
        <source>at most 64 counters with an allotment</source>
        <translation>höchstens 64 Kassen mit einer Reserve</translation>
    </message>
    <message>
        <source>at most 50 seats at a time</source>
        <translation>höchstens 50 Plätze auf einmal</translation>
    </message>
    <message>
        <source>at most %1 places in one hold</source>
        <translation>höchstens %1 Plätze in einem Warenkorb</translation>
    </message>
    <message>
        <source>at most %1 places in one reservation</source>
        <translation>höchstens %1 Plätze in einer Reservierung</translation>
    </message>
    <message>
        <source>places in one basket</source>
        <translation>zu viele Plätze in einem Warenkorb</translation>
    </message>
    <message>
        <source>a counter&apos;s name has 1 to 120 characters, no control characters</source>
        <translation>der Name einer Kasse hat 1 bis 120 Zeichen, keine Steuerzeichen</translation>
    </message>
    <message>
        <source>this device&apos;s ops are not taken until a person has looked</source>
        <translation>von dieser Kasse wird nichts angenommen, bis jemand nachgesehen hat</translation>
    </message>
</context>
<context>
    <name>DetailText</name>
    <message>
        <source>The line is down: %1 is not in this counter&apos;s offline reserve. Nothing was changed; choose a seat with the reserve mark.</source>
        <translation>Keine Verbindung: %1 gehört nicht zur Offline-Reserve dieser Kasse. Es wurde nichts geändert; bitte einen Platz mit Reservezeichen wählen.</translation>
    </message>
    <message>
        <source>The line is down: %1 are not in this counter&apos;s offline reserve. Nothing was changed; choose seats with the reserve mark.</source>
        <translation>Keine Verbindung: %1 gehören nicht zur Offline-Reserve dieser Kasse. Es wurde nichts geändert; bitte Plätze mit Reservezeichen wählen.</translation>
    </message>
    <message>
        <source>The line is down and this basket is held at the centre. Nothing was changed; it can be changed and sold when the line is back.</source>
        <translation>Keine Verbindung, und dieser Warenkorb ist in der Zentrale gehalten. Es wurde nichts geändert; er kann geändert und verkauft werden, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The line is down and these seats are held at the centre: not sold. Nothing was changed; wait for the line or sell from the reserve.</source>
        <translation>Keine Verbindung, und diese Plätze sind in der Zentrale gehalten: nicht verkauft. Es wurde nichts geändert; bitte auf die Verbindung warten oder aus der Reserve verkaufen.</translation>
    </message>
    <message>
        <source>The line is down: reservations are made at the centre. Nothing was changed.</source>
        <translation>Keine Verbindung: Reserviert wird in der Zentrale. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The line is down: only own sales the centre has not heard of can be voided now. Nothing was changed.</source>
        <translation>Keine Verbindung: Jetzt lassen sich nur eigene Verkäufe stornieren, von denen die Zentrale noch nichts weiß. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The line is down: the hold can be extended when it is back.</source>
        <translation>Keine Verbindung: Die Frist lässt sich verlängern, sobald sie wieder steht.</translation>
    </message>
    <message>
        <source>This event has not been opened here before; it needs the line.</source>
        <translation>Diese Veranstaltung wurde hier noch nie geöffnet; dafür braucht es die Verbindung.</translation>
    </message>
    <message>
        <source>This order was refused; there is nothing to void.</source>
        <translation>Diese Bestellung wurde abgelehnt; es gibt nichts zu stornieren.</translation>
    </message>
    <message>
        <source>This order was not sold at this counter.</source>
        <translation>Diese Bestellung wurde nicht an dieser Kasse verkauft.</translation>
    </message>
    <message>
        <source>The centre has not answered for this order yet.</source>
        <translation>Die Zentrale hat zu dieser Bestellung noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The centre is still being asked; wait for its answer.</source>
        <translation>Die Zentrale wird noch gefragt; bitte die Antwort abwarten.</translation>
    </message>
    <message>
        <source>This basket has no deadline.</source>
        <translation>Dieser Warenkorb hat keine Frist.</translation>
    </message>
    <message>
        <source>No answer from the centre: order %1 is not sold yet. Take no money and hand nothing over; its state is in the list of orders as soon as the line is back.</source>
        <translation>Keine Antwort der Zentrale: Bestellung %1 ist noch nicht verkauft. Bitte kein Geld nehmen und nichts aushändigen; ihr Stand steht in der Liste der Bestellungen, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The hold has ended: %1. Choose again.</source>
        <translation>Die Frist ist abgelaufen: %1. Bitte neu wählen.</translation>
    </message>
    <message>
        <source>No longer in this counter&apos;s reserve: %1.</source>
        <translation>Nicht mehr in der Reserve dieser Kasse: %1.</translation>
    </message>
    <message>
        <source>The line is down and %1 has not signed in at this counter before.</source>
        <translation>Keine Verbindung, und %1 hat sich an dieser Kasse noch nie angemeldet.</translation>
    </message>
    <message>
        <source>The line is down and this is not the password %1 last signed in with here.</source>
        <translation>Keine Verbindung, und das ist nicht das Passwort, mit dem sich %1 hier zuletzt angemeldet hat.</translation>
    </message>
    <message>
        <source>This order was refused.</source>
        <translation>Diese Bestellung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The money of this order was given back already, by %1. Give nothing out again.</source>
        <translation>Das Geld für diese Bestellung wurde schon zurückgegeben, von %1. Bitte nichts noch einmal auszahlen.</translation>
    </message>
    <message>
        <source>No more money is due for this order; it was settled by %1. Give nothing out again.</source>
        <translation>Für diese Bestellung ist nichts mehr zurückzugeben; %1 hat sie erledigt. Bitte nichts noch einmal auszahlen.</translation>
    </message>
    <message>
        <source>This counter is enrolled already.</source>
        <translation>Diese Kasse ist schon eingerichtet.</translation>
    </message>
    <message>
        <source>The centre took this for another counter; ask for a code for this one.</source>
        <translation>Die Zentrale hält dies für eine andere Kasse; bitte einen Code für diese Kasse geben lassen.</translation>
    </message>
    <message>
        <source>The centre gave a number this counter has had before: it must be brought up to date. This code is used up; ask for another one then.</source>
        <translation>Die Zentrale hat eine Nummer vergeben, die diese Kasse schon hatte: die Zentrale muss aktualisiert werden. Der Code ist verbraucht; bitte danach einen neuen geben lassen.</translation>
    </message>
    <message>
        <source>Enrol this counter first.</source>
        <translation>Diese Kasse muss zuerst eingerichtet werden.</translation>
    </message>
    <message>
        <source>This counter&apos;s journal is not believed: a supervisor must write its reserve off.</source>
        <translation>Den Aufzeichnungen dieser Kasse wird nicht vertraut: Die Leitung muss ihre Reserve abschreiben.</translation>
    </message>
    <message>
        <source>This counter has no offline reserve.</source>
        <translation>Diese Kasse hat keine Offline-Reserve.</translation>
    </message>
    <message>
        <source>The line is down: the reserve stays at this counter until it is back.</source>
        <translation>Keine Verbindung: Die Reserve bleibt an dieser Kasse, bis die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Sales from the reserve are still being sent. Try again in a moment.</source>
        <translation>Verkäufe aus der Reserve werden noch gesendet. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A card payment for seats of the reserve is still open.</source>
        <translation>Eine Kartenzahlung für Plätze der Reserve ist noch offen.</translation>
    </message>
    <message>
        <source>Not enough seats in this counter&apos;s offline reserve; the line is down</source>
        <translation>In der Offline-Reserve dieser Kasse sind nicht genug Plätze, und es besteht keine Verbindung. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>These seats are in a reserve that is not to be believed; a supervisor must look first.</source>
        <translation>Diese Plätze gehören zu einer Reserve, der nicht vertraut wird; die Leitung muss sie zuerst prüfen.</translation>
    </message>
    <message>
        <source>The line dropped while the centre was being asked. The seats of this basket wait for its answer; choose others from the reserve.</source>
        <translation>Die Verbindung riss ab, während die Zentrale gefragt wurde. Die Plätze dieses Warenkorbs warten auf ihre Antwort; bitte andere aus der Reserve wählen.</translation>
    </message>
    <message>
        <source>The line is down.</source>
        <translation>Keine Verbindung zur Zentrale.</translation>
    </message>
    <message>
        <source>The line is down: %1 is not free as far as this counter knows. Nothing was changed.</source>
        <translation>Keine Verbindung: %1 ist nach allem, was diese Kasse weiß, nicht frei. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The line is down: %1 are not free as far as this counter knows. Nothing was changed.</source>
        <translation>Keine Verbindung: %1 sind nach allem, was diese Kasse weiß, nicht frei. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The basket was being sold when the program stopped. What became of it is in the list of orders.</source>
        <translation>Der Warenkorb wurde gerade verkauft, als das Programm endete. Was daraus wurde, steht in der Bestellliste.</translation>
    </message>
    <message>
        <source>No longer free: %1.</source>
        <translation>Nicht mehr frei: %1.</translation>
    </message>
    <message>
        <source>The line is down: cases are settled at the centre. Nothing was changed.</source>
        <translation>Keine Verbindung: Konflikte werden über die Zentrale geklärt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Order %1 lost its seats; a case is open.</source>
        <translation>Bestellung %1 hat ihre Plätze verloren; sie steht bei den Konflikten.</translation>
    </message>
    <message>
        <source>Order %1: the money goes back to the customer.</source>
        <translation>Bestellung %1: Der Gast bekommt sein Geld zurück.</translation>
    </message>
    <message>
        <source>Order %1 will be settled at the door.</source>
        <translation>Bestellung %1 wird am Einlass geklärt.</translation>
    </message>
    <message>
        <source>Order %1: the money has gone back.</source>
        <translation>Bestellung %1: Das Geld ist zurückgegeben.</translation>
    </message>
    <message>
        <source>Order %1 was settled at the door.</source>
        <translation>Bestellung %1 ist am Einlass geklärt worden.</translation>
    </message>
    <message>
        <source>Order %1 has its seats: the other payment came to nothing.</source>
        <translation>Bestellung %1 behält ihre Plätze: Aus der anderen Zahlung wurde nichts.</translation>
    </message>
    <message>
        <source>Order %1 has other seats; print its tickets.</source>
        <translation>Bestellung %1 hat andere Plätze; bitte ihre Karten drucken.</translation>
    </message>
    <message>
        <source>Order %1 was given its seats by a supervisor.</source>
        <translation>Bestellung %1 hat ihre Plätze von der Leitung zugesprochen bekommen.</translation>
    </message>
    <message>
        <source>Order %1 was offered other seats.</source>
        <translation>Bestellung %1 hat andere Plätze angeboten bekommen.</translation>
    </message>
    <message>
        <source>As much waits for the line as may. Nothing more is sold here until it is back.</source>
        <translation>Es warten so viele Verkäufe auf die Verbindung, wie dürfen. Bis sie wieder da ist, wird hier nichts mehr verkauft.</translation>
    </message>
    <message>
        <source>The centre takes nothing from this counter until a person has looked.</source>
        <translation>Die Zentrale nimmt von dieser Kasse nichts an, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>The line is up: the centre is asked.</source>
        <translation>Die Verbindung besteht: Die Zentrale wird gefragt.</translation>
    </message>
    <message>
        <source>Nothing is sold here until a person has looked into it.</source>
        <translation>Hier wird nichts verkauft, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>This event is not sold provisionally.</source>
        <translation>Für diese Veranstaltung gibt es keinen Verkauf unter Vorbehalt.</translation>
    </message>
    <message>
        <source>Too much waits for the line: only the reserve is sold until it is back.</source>
        <translation>Es wartet zu viel auf die Verbindung: Bis sie wieder da ist, wird nur die Reserve verkauft.</translation>
    </message>
    <message>
        <source>The basket holds seats of the reserve. Sell or empty it first.</source>
        <translation>Im Warenkorb liegen Plätze der Reserve. Bitte zuerst verkaufen oder leeren.</translation>
    </message>
    <message>
        <source>Another event was opened.</source>
        <translation>Inzwischen wurde eine andere Veranstaltung geöffnet.</translation>
    </message>
    <message>
        <source>This counter&apos;s copy of the event differs from the centre&apos;s, again after it was fetched anew. Seats are shown as not certain; call whoever looks after the programs.</source>
        <translation>Der Stand der Veranstaltung an dieser Kasse weicht von der Zentrale ab, auch nachdem er neu geholt wurde. Die Plätze werden als unsicher gezeigt; bitte die Technik rufen.</translation>
    </message>
    <message>
        <source>This counter is not to be trusted: %1. Nothing is sold here off line. Reconcile the paper, then enrol it anew with a new code.</source>
        <translation>Dieser Kasse wird nicht vertraut: %1. Ohne Verbindung wird hier nichts verkauft. Bitte das Papier abgleichen, dann die Kasse mit einem neuen Code neu einrichten.</translation>
    </message>
    <message>
        <source>the journal is from before this counter was enrolled anew</source>
        <translation>Die Aufzeichnungen stammen aus der Zeit, bevor diese Kasse neu eingerichtet wurde</translation>
    </message>
    <message>
        <source>the journal ends at operation %1, but this counter wrote %2</source>
        <translation>Die Aufzeichnungen enden bei Schritt %1, diese Kasse hat aber %2 geschrieben</translation>
    </message>
    <message>
        <source>the centre has another operation under the same number: %1</source>
        <translation>die Zentrale hat unter derselben Nummer einen anderen Schritt: %1</translation>
    </message>
    <message>
        <source>the centre takes no sales from this counter any more: it was revoked, set up anew elsewhere, or a restored centre does not know it</source>
        <translation>die Zentrale nimmt von dieser Kasse keine Verkäufe mehr an: sie wurde gesperrt, anderswo neu eingerichtet, oder eine wiederhergestellte Zentrale kennt sie nicht</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Bitte zuerst anmelden.</translation>
    </message>
    <message>
        <source>The seats asked for are not held for this basket.</source>
        <translation>Die gewünschten Plätze sind für diesen Warenkorb nicht gehalten.</translation>
    </message>
    <message>
        <source>operation %1 of the journal is not the one this counter wrote</source>
        <translation>Schritt %1 der Aufzeichnungen ist nicht der, den diese Kasse geschrieben hat</translation>
    </message>
    <message>
        <source>the centre has %1 operations of this counter, its journal only %2</source>
        <translation>Die Zentrale kennt %1 Schritte dieser Kasse, ihre eigenen Aufzeichnungen nur %2</translation>
    </message>
    <message>
        <source>the centre has lost operations from %1 on, and this counter has forgotten them</source>
        <translation>Die Zentrale hat die Schritte ab %1 verloren, und diese Kasse hat sie nicht mehr</translation>
    </message>
    <message>
        <source>The centre shows an older history of this event than this counter has seen. Nothing is sold from it; call whoever runs the centre.</source>
        <translation>Die Zentrale zeigt einen älteren Stand dieser Veranstaltung, als diese Kasse schon gesehen hat. Es wird nichts davon verkauft; bitte die Betreuung der Zentrale rufen.</translation>
    </message>
    <message>
        <source>The centre was restored from a backup. This counter gives its reserve back and sends again what the centre has lost.</source>
        <translation>Die Zentrale wurde aus einer Sicherung wiederhergestellt. Diese Kasse gibt ihre Reserve zurück und sendet noch einmal, was die Zentrale verloren hat.</translation>
    </message>
    <message>
        <source>Answer first whether the tickets of order %1 are in the printer&apos;s tray.</source>
        <translation>Bitte zuerst beantworten, ob die Karten der Bestellung %1 im Drucker liegen.</translation>
    </message>
    <message>
        <source>This order lost its seats; its case decides what is printed.</source>
        <translation>Diese Bestellung hat ihre Plätze verloren; was gedruckt wird, entscheidet sich bei den Konflikten.</translation>
    </message>
    <message>
        <source>Nothing of this order was printed here.</source>
        <translation>Von dieser Bestellung wurde hier nichts gedruckt.</translation>
    </message>
    <message>
        <source>Open the event first.</source>
        <translation>Bitte zuerst die Veranstaltung öffnen.</translation>
    </message>
    <message>
        <source>This order has no tickets.</source>
        <translation>Diese Bestellung hat keine Karten.</translation>
    </message>
    <message>
        <source>This order is void.</source>
        <translation>Diese Bestellung ist storniert.</translation>
    </message>
    <message>
        <source>There is no such question.</source>
        <translation>Diese Frage ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>This payment has been answered for already.</source>
        <translation>Diese Zahlung ist schon beantwortet.</translation>
    </message>
    <message>
        <source>The card was charged after all: order %1 is sold. Print its tickets from the list of orders.</source>
        <translation>Die Karte wurde doch belastet: Bestellung %1 ist verkauft. Die Karten bitte aus der Bestellliste drucken.</translation>
    </message>
    <message>
        <source>The card was not charged. Nothing was sold.</source>
        <translation>Die Karte wurde nicht belastet. Es wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>The terminal does not know whether the card was charged. The seats are kept; look at the terminal and answer the open question.</source>
        <translation>Das Terminal weiß nicht, ob die Karte belastet wurde. Die Plätze sind gesichert; bitte am Terminal nachsehen und die offene Frage beantworten.</translation>
    </message>
    <message>
        <source>The payment stays an open question until this counter is enrolled anew: it may have been sold here before.</source>
        <translation>Die Zahlung bleibt eine offene Frage, bis diese Kasse neu angemeldet ist: Sie kann hier schon einmal verkauft worden sein.</translation>
    </message>
    <message>
        <source>No money is to be given back here.</source>
        <translation>Hier ist kein Geld zurückzugeben.</translation>
    </message>
    <message>
        <source>Order %1 was paid by card and could not be sold. Give the money back on the terminal.</source>
        <translation>Bestellung %1 wurde mit Karte bezahlt und konnte nicht verkauft werden. Bitte das Geld am Terminal zurückgeben.</translation>
    </message>
    <message>
        <source>The centre did not answer in time.</source>
        <translation>Die Zentrale hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The line dropped before the centre answered.</source>
        <translation>Die Verbindung riss ab, bevor die Zentrale geantwortet hat.</translation>
    </message>
    <message>
        <source>The event was closed before the centre answered.</source>
        <translation>Die Veranstaltung wurde geschlossen, bevor die Zentrale geantwortet hat.</translation>
    </message>
    <message>
        <source>Order %1 lost its seats to somebody else; a case is open.</source>
        <translation>Bestellung %1 hat ihre Plätze an jemand anderen verloren; sie steht bei den Konflikten.</translation>
    </message>
    <message>
        <source>Order %1 is contested: somebody&apos;s payment for the same seats is under way. You will hear how it ends.</source>
        <translation>Bestellung %1 ist umstritten: Jemand bezahlt gerade dieselben Plätze. Wie es ausgeht, wird hier gemeldet.</translation>
    </message>
    <message>
        <source>Order %1 was not understood by the centre; a person has to look.</source>
        <translation>Bestellung %1 hat die Zentrale nicht verstanden; jemand muss nachsehen.</translation>
    </message>
    <message>
        <source>Order %1 was sold after all: the answer was late. Void it if nothing was paid.</source>
        <translation>Bestellung %1 wurde doch verkauft: Die Antwort kam spät. Bitte stornieren, falls nichts bezahlt wurde.</translation>
    </message>
    <message>
        <source>Order %1 was refused; nothing was sold.</source>
        <translation>Bestellung %1 wurde abgelehnt; es wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>The hold has ended.</source>
        <translation>Die Plätze sind nicht länger festgehalten.</translation>
    </message>
    <message>
        <source>The basket is empty.</source>
        <translation>Der Warenkorb ist leer.</translation>
    </message>
    <message>
        <source>The amount given is less than the total.</source>
        <translation>Der gegebene Betrag ist kleiner als die Summe.</translation>
    </message>
    <message>
        <source>A provisional sale needs an e-mail address or a telephone number: the customer must be told if the seats turn out to be somebody else&apos;s.</source>
        <translation>Ein Verkauf unter Vorbehalt braucht eine E-Mail-Adresse oder Telefonnummer: Der Gast muss erfahren, falls die Plätze doch jemand anderem gehören.</translation>
    </message>
    <message>
        <source>These seats have left this counter&apos;s reserve; choose again.</source>
        <translation>Diese Plätze gehören nicht mehr zur Reserve dieser Kasse; bitte neu wählen.</translation>
    </message>
    <message>
        <source>The centre has not answered in time and %1 has not signed in at this counter before. Try again in a moment.</source>
        <translation>Die Zentrale hat nicht rechtzeitig geantwortet, und %1 hat sich an dieser Kasse noch nie angemeldet. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre has not answered in time and this is not the password %1 last signed in with here. Try again in a moment.</source>
        <translation>Die Zentrale hat nicht rechtzeitig geantwortet, und mit diesem Passwort hat sich %1 hier zuletzt nicht angemeldet. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre is busy and %1 has not signed in at this counter before. Try again in a moment.</source>
        <translation>Die Zentrale ist überlastet, und %1 hat sich an dieser Kasse noch nie angemeldet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The centre is busy and this is not the password %1 last signed in with here. Try again in a moment.</source>
        <translation>Die Zentrale ist überlastet, und das ist nicht das Passwort, mit dem sich %1 hier zuletzt angemeldet hat. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>DrainedWords</name>
    <message>
        <source>The line is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n bestätigt</numerusform>
            <numerusform>%n bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict (%1)</source>
        <translation>
            <numerusform>%n im Konflikt (%1)</numerusform>
            <numerusform>%n im Konflikt (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for another payment</source>
        <translation>
            <numerusform>%n wartet auf eine andere Zahlung</numerusform>
            <numerusform>%n warten auf eine andere Zahlung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused (%1)</source>
        <translation>
            <numerusform>%n abgelehnt (%1)</numerusform>
            <numerusform>%n abgelehnt (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales were sent: %1.</source>
        <translation>
            <numerusform>%n Verkauf wurde gesendet: %1.</numerusform>
            <numerusform>%n Verkäufe wurden gesendet: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voided</source>
        <translation>
            <numerusform>%n storniert</numerusform>
            <numerusform>%n storniert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The request was not understood. Nothing was changed. Check what was entered and try again.</source>
        <translation>Die Anfrage wurde nicht verstanden. Es wurde nichts geändert. Bitte die Eingabe prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This is too large to process. Nothing was changed. Try a smaller file or fewer seats at a time.</source>
        <translation>Das ist zu groß. Es wurde nichts geändert. Bitte eine kleinere Datei oder weniger Plätze auf einmal nehmen.</translation>
    </message>
    <message>
        <source>This does not exist, or no longer. Reload the list and choose again.</source>
        <translation>Das gibt es nicht oder nicht mehr. Bitte die Liste neu laden und noch einmal wählen.</translation>
    </message>
    <message>
        <source>The centre does not offer this action. Nothing was changed. Check that both programs are up to date.</source>
        <translation>Die Zentrale kennt diese Aktion nicht. Es wurde nichts geändert. Bitte prüfen, ob beide Programme auf dem neuesten Stand sind.</translation>
    </message>
    <message>
        <source>The same request was sent twice with different contents. Only the first one counts. Start again.</source>
        <translation>Dieselbe Anfrage kam zweimal mit verschiedenem Inhalt. Nur die erste gilt. Bitte von vorn beginnen.</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Your basket is kept. Sign in again.</source>
        <translation>Sie sind nicht oder nicht mehr angemeldet. Ihr Warenkorb bleibt erhalten. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed. Ask a supervisor.</source>
        <translation>Ihre Rolle erlaubt das nicht. Es wurde nichts geändert. Bitte die Kassenleitung fragen.</translation>
    </message>
    <message>
        <source>The signature is not valid, so nothing was accepted. Enrol this counter again.</source>
        <translation>Die Signatur ist ungültig, deshalb wurde nichts angenommen. Bitte diese Kasse neu einrichten.</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Nothing was lost. Wait a moment and try again.</source>
        <translation>Zu viele Anfragen in kurzer Zeit. Es ging nichts verloren. Bitte einen Moment warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Somebody else has this seat. The rest of your basket is kept. Choose another seat.</source>
        <translation>Dieser Platz ist anderweitig vergeben. Der übrige Warenkorb bleibt erhalten. Bitte einen anderen Platz wählen.</translation>
    </message>
    <message>
        <source>This seat is not in the plan. Nothing was changed. Choose it on the map.</source>
        <translation>Diesen Platz gibt es im Saalplan nicht. Es wurde nichts geändert. Bitte im Saalplan wählen.</translation>
    </message>
    <message>
        <source>There are not enough seats left for this. Nothing was changed. Choose fewer seats or another area.</source>
        <translation>Dafür sind nicht genug Plätze frei. Es wurde nichts geändert. Bitte weniger Plätze oder einen anderen Bereich wählen.</translation>
    </message>
    <message>
        <source>This is more than one order may hold. The basket is kept as it is. Complete this order first.</source>
        <translation>Das ist mehr, als eine Bestellung enthalten darf. Der Warenkorb bleibt, wie er ist. Bitte zuerst diese Bestellung abschließen.</translation>
    </message>
    <message>
        <source>The time for these seats has run out and they were released. Choose them again if they are free.</source>
        <translation>Die Frist für diese Plätze ist abgelaufen, sie wurden freigegeben. Bitte neu wählen, falls sie noch frei sind.</translation>
    </message>
    <message>
        <source>Somebody else holds these seats. Nothing was changed. Choose other seats.</source>
        <translation>Diese Plätze hält gerade jemand anderes. Es wurde nichts geändert. Bitte andere Plätze wählen.</translation>
    </message>
    <message>
        <source>The time was already extended once. The seats are kept until it runs out. Complete the sale.</source>
        <translation>Die Frist wurde schon einmal verlängert. Die Plätze bleiben bis zu ihrem Ablauf gehalten. Bitte den Verkauf abschließen.</translation>
    </message>
    <message>
        <source>This performance is not on sale. Nothing was changed. Ask the manager when sales open.</source>
        <translation>Diese Vorstellung ist nicht im Verkauf. Es wurde nichts geändert. Bitte die Leitung fragen, wann der Verkauf beginnt.</translation>
    </message>
    <message>
        <source>There is no price for this seat and price type. Nothing was changed. Choose another price type.</source>
        <translation>Für diesen Platz gibt es in dieser Preisart keinen Preis. Es wurde nichts geändert. Bitte eine andere Preisart wählen.</translation>
    </message>
    <message>
        <source>The payment was declined. The seats are kept. Try again or choose another way to pay.</source>
        <translation>Die Zahlung wurde abgelehnt. Die Plätze bleiben gehalten. Bitte noch einmal versuchen oder anders bezahlen.</translation>
    </message>
    <message>
        <source>The payment is still being confirmed. The seats are kept. Wait for the answer before paying again.</source>
        <translation>Die Zahlung wird noch bestätigt. Die Plätze bleiben gehalten. Bitte die Antwort abwarten, bevor noch einmal bezahlt wird.</translation>
    </message>
    <message>
        <source>The amount does not match the price of the seats. Nothing was charged. Check the total and try again.</source>
        <translation>Der Betrag passt nicht zum Preis der Plätze. Es wurde nichts abgebucht. Bitte die Summe prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This order was cancelled or replaced. Nothing was changed. Search for the current order.</source>
        <translation>Diese Bestellung wurde storniert oder ersetzt. Es wurde nichts geändert. Bitte die aktuelle Bestellung suchen.</translation>
    </message>
    <message>
        <source>This counter&apos;s reserve was given back. Nothing was sold. Connect to the centre to get a new one.</source>
        <translation>Die Reserve dieser Kasse wurde zurückgegeben. Es wurde nichts verkauft. Eine neue gibt es, sobald die Zentrale erreichbar ist.</translation>
    </message>
    <message>
        <source>This seat is in the reserve of another counter. Choose another seat, or ask for it on line.</source>
        <translation>Dieser Platz gehört zur Reserve einer anderen Kasse. Bitte einen anderen Platz wählen oder online danach fragen.</translation>
    </message>
    <message>
        <source>This counter&apos;s picture is out of date. Sales are kept. It is loading the current state by itself.</source>
        <translation>Der Stand dieser Kasse ist veraltet. Verkäufe bleiben erhalten. Der aktuelle Stand wird von selbst geladen.</translation>
    </message>
    <message>
        <source>This counter knows more than the centre, which may have been restored from a backup. Call support.</source>
        <translation>Diese Kasse weiß mehr als die Zentrale; vielleicht wurde dort eine Sicherung eingespielt. Bitte die Technik rufen.</translation>
    </message>
    <message>
        <source>The centre misses an earlier step of this counter. Nothing is lost; it will be sent again by itself.</source>
        <translation>Der Zentrale fehlt ein früherer Vorgang dieser Kasse. Es ist nichts verloren; er wird von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Two programs use the identity of this counter. Selling has stopped here. Call support.</source>
        <translation>Zwei Programme verwenden die Kennung dieser Kasse. Der Verkauf ist hier angehalten. Bitte die Technik rufen.</translation>
    </message>
    <message>
        <source>The centre was restored and waits for its counters. Nothing new is sold until they have reported.</source>
        <translation>Die Zentrale wurde wiederhergestellt und wartet auf ihre Kassen. Bis alle sich gemeldet haben, wird nichts Neues verkauft.</translation>
    </message>
    <message>
        <source>The centre set this step aside for a person to decide. Selling goes on. See the list of conflicts.</source>
        <translation>Die Zentrale hat diesen Vorgang zur Klärung zurückgestellt. Der Verkauf geht weiter. Siehe die Liste der Konflikte.</translation>
    </message>
    <message>
        <source>There is no line to the centre. Seats of this counter&apos;s reserve can still be sold.</source>
        <translation>Keine Verbindung zur Zentrale. Plätze aus der Reserve dieser Kasse können weiter verkauft werden.</translation>
    </message>
    <message>
        <source>The centre is very busy. Nothing was changed. Try again in a moment.</source>
        <translation>Die Zentrale ist stark ausgelastet. Es wurde nichts geändert. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre cannot answer right now. Nothing was changed. Try again in a moment.</source>
        <translation>Die Zentrale kann gerade nicht antworten. Es wurde nichts geändert. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The centre did not answer in time. It is being checked whether it was done; do not repeat it yet.</source>
        <translation>Die Zentrale hat nicht rechtzeitig geantwortet. Es wird geprüft, ob der Vorgang erledigt ist; bitte noch nicht wiederholen.</translation>
    </message>
    <message>
        <source>This could not be saved to disk, so it was not done. Check the disk for free space.</source>
        <translation>Das konnte nicht gespeichert werden und wurde deshalb nicht ausgeführt. Bitte prüfen, ob auf der Festplatte Platz ist.</translation>
    </message>
    <message>
        <source>Stored data is damaged. Nothing more is written to it. Call support before going on.</source>
        <translation>Gespeicherte Daten sind beschädigt. Es wird nichts mehr hineingeschrieben. Bitte erst die Technik rufen.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Nothing was changed. Try again; call support if it happens twice.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen. Es wurde nichts geändert. Bitte noch einmal versuchen; beim zweiten Mal die Technik rufen.</translation>
    </message>
    <message>
        <source>It is too early for this. Nothing was changed.</source>
        <translation>Dafür ist es noch zu früh. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>More counters than these cannot have a reserve of this event. Nothing was changed.</source>
        <translation>Mehr Kassen als diese können von dieser Veranstaltung keine Reserve haben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Fans buy for this event in turn. Nothing was changed. Sell from the counter instead.</source>
        <translation>Für diese Veranstaltung kaufen die Fans der Reihe nach. Nichts wurde geändert. Verkaufen Sie am Schalter.</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>We keep other seats for you until %2: %1. They cost you nothing more. Please tell us by then whether you take them, or whether you would rather have your money back.</source>
        <translation>Wir halten bis %2 andere Plätze für Sie: %1. Sie kosten Sie nichts zusätzlich. Bitte sagen Sie uns bis dahin, ob Sie sie nehmen oder lieber Ihr Geld zurückhaben möchten.</translation>
    </message>
    <message>
        <source>Your new seats are: %1. They cost less; you get %2 back at the box office. Please bring your old tickets, which do not count any more.</source>
        <translation>Ihre neuen Plätze sind: %1. Sie kosten weniger; %2 bekommen Sie an der Kasse zurück. Bitte bringen Sie Ihre alten Karten mit, sie gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Your new seats are: %1. Please exchange your old tickets at the box office; they do not count any more.</source>
        <translation>Ihre neuen Plätze sind: %1. Bitte tauschen Sie Ihre alten Karten an der Kasse um; sie gelten nicht mehr.</translation>
    </message>
    <message>
        <source>There are no seats we could offer you instead. You get your money back, %1, at the box office against your tickets.</source>
        <translation>Wir können Ihnen leider keine anderen Plätze anbieten. Sie bekommen Ihr Geld, %1, an der Kasse gegen Ihre Karten zurück.</translation>
    </message>
    <message>
        <source>You have got your money back. Your tickets do not count any more.</source>
        <translation>Sie haben Ihr Geld zurückbekommen. Ihre Karten gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Please come to the box office before the event, half an hour before the start at the latest. We settle it with you there.</source>
        <translation>Bitte kommen Sie vor der Veranstaltung an die Kasse, spätestens eine halbe Stunde vor Beginn. Wir klären es dort mit Ihnen.</translation>
    </message>
    <message>
        <source>It is settled: your tickets count as they are.</source>
        <translation>Es ist geklärt: Ihre Karten gelten, wie sie sind.</translation>
    </message>
    <message>
        <source>We are looking for the best we can do for you and will come back to you.</source>
        <translation>Wir suchen die beste Lösung für Sie und melden uns bei Ihnen.</translation>
    </message>
    <message>
        <source>Your seats for %1, order %2</source>
        <translation>Ihre Plätze für %1, Bestellung %2</translation>
    </message>
    <message>
        <source>You bought tickets for %1 on %2.</source>
        <translation>Sie haben Karten für %1 am %2 gekauft.</translation>
    </message>
    <message>
        <source>When we sold them, our line to the centre was down, and seats of yours had gone to somebody else. We are sorry.</source>
        <translation>Als wir sie verkauft haben, war unsere Verbindung zur Zentrale unterbrochen, und Plätze von Ihnen waren schon anderweitig vergeben. Das tut uns leid.</translation>
    </message>
    <message>
        <source>When we sold them, our line to the centre was down, and these seats had gone to somebody else: %1. We are sorry.</source>
        <translation>Als wir sie verkauft haben, war unsere Verbindung zur Zentrale unterbrochen, und diese Plätze waren schon anderweitig vergeben: %1. Das tut uns leid.</translation>
    </message>
    <message>
        <source>Your box office, %1</source>
        <translation>Ihre Kasse, %1</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>%1 % of the room for unsent sales is used. Every sale is safe on this disk and selling goes on; tell the manager that the line must come back.</source>
        <translation>%1 % des Platzes für ungesendete Verkäufe sind belegt. Jeder Verkauf ist hier gesichert, und es wird weiter verkauft; bitte der Leitung sagen, dass die Verbindung zurückkommen muss.</translation>
    </message>
    <message>
        <source>%1 % of the room for unsent sales is used. Provisional sales have stopped; the reserve can still be sold. Nothing is lost; the line must come back.</source>
        <translation>%1 % des Platzes für ungesendete Verkäufe sind belegt. Vorläufig wird nicht mehr verkauft, aus der Reserve noch. Es ist nichts verloren; die Verbindung muss zurückkommen.</translation>
    </message>
    <message>
        <source>There is no room for another unsent sale, so selling has stopped here. Everything sold is safe on this disk. It goes on as soon as the line is back.</source>
        <translation>Für einen weiteren ungesendeten Verkauf ist kein Platz, deshalb ist der Verkauf hier angehalten. Alles Verkaufte ist hier gesichert. Es geht weiter, sobald die Verbindung steht.</translation>
    </message>
    <message>
        <source>This disk could not be written, so selling has stopped. Everything sold before is safe. Free some space, then start the program again.</source>
        <translation>Auf diese Festplatte konnte nicht geschrieben werden, deshalb ist der Verkauf angehalten. Alles vorher Verkaufte ist gesichert. Bitte Platz schaffen und das Programm neu starten.</translation>
    </message>
    <message>
        <source>This counter&apos;s own record is not complete. It sells only with the line up until it is set up anew: compare the paper, then ask the manager for a new code.</source>
        <translation>Die Aufzeichnung dieser Kasse ist nicht vollständig. Sie verkauft nur mit Verbindung, bis sie neu eingerichtet ist: bitte das Papier vergleichen und die Leitung um einen neuen Code bitten.</translation>
    </message>
    <message>
        <source>The centre has set this counter aside until a manager has looked. Its sales are kept here and are sent afterwards. Call the manager; sell at another counter meanwhile.</source>
        <translation>Die Zentrale hat diese Kasse zurückgestellt, bis die Leitung nachgesehen hat. Ihre Verkäufe bleiben hier und werden danach gesendet. Bitte die Leitung rufen und so lange an einer anderen Kasse verkaufen.</translation>
    </message>
    <message>
        <source>The centre has lost part of what it knew, so this event is stopped. This counter remembers it and sends it again. Wait, or call the manager.</source>
        <translation>Die Zentrale hat einen Teil ihres Wissens verloren, deshalb ist diese Veranstaltung angehalten. Diese Kasse hat es behalten und sendet es noch einmal. Bitte warten oder die Leitung rufen.</translation>
    </message>
    <message>
        <source>The centre was restored from a backup and waits for all counters before it sells this event again. Sales made here are safe. Ask the manager which counter is missing.</source>
        <translation>In der Zentrale wurde eine Sicherung eingespielt; sie wartet auf alle Kassen, bevor sie diese Veranstaltung wieder verkauft. Was hier verkauft wurde, ist gesichert. Bitte die Leitung fragen, welche Kasse fehlt.</translation>
    </message>
    <message>
        <source>A sale that cannot be has reached the centre, so this event is stopped until a manager has looked. Nothing is lost. Call the manager.</source>
        <translation>In der Zentrale ist ein Verkauf angekommen, den es nicht geben darf; deshalb ist diese Veranstaltung angehalten, bis die Leitung nachgesehen hat. Es ist nichts verloren. Bitte die Leitung rufen.</translation>
    </message>
</context>
<context>
    <name>ManageWords</name>
    <message>
        <source>a counter without a name</source>
        <translation>eine Kasse ohne Namen</translation>
    </message>
    <message>
        <source>Limbo: nobody may sell</source>
        <translation>In der Schwebe: niemand darf verkaufen</translation>
    </message>
    <message>
        <source>Active, does not answer</source>
        <translation>Aktiv, antwortet nicht</translation>
    </message>
    <message>
        <source>Active, answers</source>
        <translation>Aktiv, antwortet</translation>
    </message>
    <message>
        <source>Not since the centre was started</source>
        <translation>Nicht, seit die Zentrale gestartet ist</translation>
    </message>
    <message>
        <source>It has not been heard of for so long that its time to sell is over. What it sold before is not known here. Its seats stay promised until it answers or somebody writes them off.</source>
        <translation>Von ihr wurde so lange nichts gehört, dass ihre Zeit zum Verkaufen vorbei ist. Was sie vorher verkauft hat, ist hier nicht bekannt. Ihre Plätze bleiben zugesagt, bis sie antwortet oder jemand sie abschreibt.</translation>
    </message>
    <message>
        <source>Its line is down. It may go on selling these seats until its time is over; nobody else can.</source>
        <translation>Ihre Verbindung ist unterbrochen. Sie darf diese Plätze weiter verkaufen, bis ihre Zeit vorbei ist; sonst kann es niemand.</translation>
    </message>
    <message>
        <source>It can sell these seats with its line down. Seats somebody else wants come back from it by themselves while it answers.</source>
        <translation>Sie kann diese Plätze ohne Verbindung verkaufen. Plätze, die jemand anderes möchte, gibt sie von selbst zurück, solange sie antwortet.</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das heißt</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>May sell until</source>
        <translation>Darf verkaufen bis</translation>
    </message>
    <message>
        <source>Unsent sales</source>
        <translation>Ungesendete Verkäufe</translation>
    </message>
    <message>
        <source>None known: it sends them as they are made</source>
        <translation>Keine bekannt: Sie sendet sie sofort</translation>
    </message>
    <message>
        <source>Unknown until it answers</source>
        <translation>Unbekannt, bis sie antwortet</translation>
    </message>
    <message>
        <source>Write off its seats …</source>
        <translation>Ihre Plätze abschreiben …</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Write off the seats of %1?</source>
        <translation>Die Plätze von %1 abschreiben?</translation>
    </message>
    <message>
        <source>What this counter has sold since may meet a second buyer.</source>
        <translation>Was diese Kasse seitdem verkauft hat, kann auf einen zweiten Käufer treffen.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>The seats are free at once and anybody can buy them. If %1 has sold one of them meanwhile, two people hold a ticket for it, and one of them becomes a conflict.</source>
        <translation>Die Plätze sind sofort frei, jeder kann sie kaufen. Hat %1 inzwischen einen davon verkauft, haben zwei Gäste eine Karte dafür, und einer wird zum Konflikt.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message numerus="yes">
        <source>These %n seats</source>
        <translation>
            <numerusform>Dieser eine Platz</numerusform>
            <numerusform>Diese %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason (kept with your name)</source>
        <translation>Grund (wird mit Ihrem Namen festgehalten)</translation>
    </message>
    <message numerus="yes">
        <source>Write off %n seats of %1</source>
        <translation>
            <numerusform>%n Platz von %1 abschreiben</numerusform>
            <numerusform>%n Plätze von %1 abschreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>%1 was written off</source>
        <translation>%1 wurde abgeschrieben</translation>
    </message>
    <message>
        <source>Its later sales may become conflicts.</source>
        <translation>Ihre späteren Verkäufe können zu Konflikten werden.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>%1 has not reported</source>
        <translation>%1 hat sich nicht gemeldet</translation>
    </message>
    <message>
        <source>The event waits for it.</source>
        <translation>Die Veranstaltung wartet auf sie.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>The centre was restored from a backup. It sells this event again when every counter has told what it sold since that backup.</source>
        <translation>In der Zentrale wurde eine Sicherung eingespielt. Sie verkauft diese Veranstaltung wieder, wenn jede Kasse gemeldet hat, was sie seit dieser Sicherung verkauft hat.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Start the program on %1 and let it reach the centre: a minute is enough. Only when that cannot be, go on without it: its seats stay out of sale until they are written off, and what it sold may become a conflict.</source>
        <translation>Bitte das Programm auf %1 starten, bis es die Zentrale erreicht: Eine Minute genügt. Nur wenn das nicht geht, ohne sie weitermachen: Ihre Plätze bleiben gesperrt, bis sie abgeschrieben sind, und was sie verkauft hat, kann zum Konflikt werden.</translation>
    </message>
    <message>
        <source>Go on without %1</source>
        <translation>Ohne %1 weitermachen</translation>
    </message>
    <message>
        <source>Two programs with one identity</source>
        <translation>Zwei Programme mit einer Kennung</translation>
    </message>
    <message>
        <source>A step that was not understood</source>
        <translation>Ein Vorgang, der nicht verstanden wurde</translation>
    </message>
    <message>
        <source>A counter whose record is not complete</source>
        <translation>Eine Kasse mit lückenhafter Aufzeichnung</translation>
    </message>
    <message>
        <source>A sale that cannot be</source>
        <translation>Ein Verkauf, den es nicht geben darf</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Die Zentrale</translation>
    </message>
    <message>
        <source>The centre has lost data</source>
        <translation>Die Zentrale hat Daten verloren</translation>
    </message>
    <message>
        <source>A counter has seen more of this event than the centre still knows: an old state of the centre&apos;s data was put back. What was sold since is missing here, so this event sells nothing.</source>
        <translation>Eine Kasse hat von dieser Veranstaltung mehr gesehen, als die Zentrale noch weiß: Ein alter Stand ihrer Daten wurde zurückgespielt. Was seither verkauft wurde, fehlt hier; deshalb wird nichts verkauft.</translation>
    </message>
    <message>
        <source>Stop the server. Put the newest backup, or one made of the data as they are now, in place with &quot;parterre-server restore&quot;: then every counter says what it has sold since. Start the server and settle this alarm. Settled without a restore, seats can be sold twice.</source>
        <translation>Den Server anhalten. Die neueste Sicherung, oder eine der Daten, wie sie jetzt sind, mit „parterre-server restore“ einspielen: Dann meldet jede Kasse, was sie seither verkauft hat. Den Server starten und diesen Alarm erledigen. Ohne das Einspielen erledigt, können Plätze doppelt verkauft werden.</translation>
    </message>
    <message>
        <source>The centre got two different steps under one number from this counter: its files were copied, or an old state was put back. Nothing it sends is taken, and its seats are in limbo.</source>
        <translation>Von dieser Kasse kamen zwei verschiedene Vorgänge unter einer Nummer: Ihre Dateien wurden kopiert, oder ein alter Stand wurde zurückgespielt. Nichts von ihr wird angenommen, ihre Plätze sind in der Schwebe.</translation>
    </message>
    <message>
        <source>This counter sent something the centre cannot read, perhaps because it is newer. It is kept whole and has no effect; everything else goes on.</source>
        <translation>Diese Kasse hat etwas gesendet, das die Zentrale nicht lesen kann, vielleicht weil sie neuer ist. Es ist vollständig aufbewahrt und hat keine Wirkung; alles andere geht weiter.</translation>
    </message>
    <message>
        <source>This counter has noticed that part of its own record is missing. It sells nothing with its line down and gives no seats back.</source>
        <translation>Diese Kasse hat bemerkt, dass ein Teil ihrer Aufzeichnung fehlt. Sie verkauft nichts ohne Verbindung und gibt keine Plätze zurück.</translation>
    </message>
    <message>
        <source>A sale arrived for a seat that was not the counter&apos;s to sell. That must never happen, so this event sells nothing until somebody has looked.</source>
        <translation>Es kam ein Verkauf für einen Platz an, den die Kasse nicht verkaufen durfte. Das darf nie geschehen; deshalb wird hier nichts verkauft, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>Find out which computers run with this identity and stop all but one. Compare the paper with the orders. Then set the counter up anew with a new code.</source>
        <translation>Bitte feststellen, welche Rechner mit dieser Kennung laufen, und alle bis auf einen anhalten. Das Papier mit den Bestellungen vergleichen. Dann die Kasse mit einem neuen Code neu einrichten.</translation>
    </message>
    <message>
        <source>Bring both programs to the same version. Compare the counter&apos;s paper with its orders and sell again what is missing.</source>
        <translation>Bitte beide Programme auf denselben Stand bringen. Das Papier der Kasse mit ihren Bestellungen vergleichen und neu verkaufen, was fehlt.</translation>
    </message>
    <message>
        <source>Compare the paper and the cash of this counter with its orders. Then give it a new enrolment code.</source>
        <translation>Bitte Papier und Bargeld dieser Kasse mit ihren Bestellungen vergleichen. Dann bekommt sie einen neuen Einrichtungscode.</translation>
    </message>
    <message>
        <source>Compare the tickets for this seat. Decide who keeps it, tell the other one, and keep the files of the counter for support.</source>
        <translation>Bitte die Karten für diesen Platz vergleichen. Entscheiden, wer ihn behält, es dem anderen sagen und die Dateien der Kasse für die Technik aufheben.</translation>
    </message>
    <message>
        <source>Seat them: %1</source>
        <translation>Umsetzen: %1</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Einzelheiten für die Technik</translation>
    </message>
    <message>
        <source>Settled: what was found</source>
        <translation>Geklärt: was sich ergeben hat</translation>
    </message>
    <message>
        <source>Settle this alarm</source>
        <translation>Diesen Alarm abschließen</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Lost seats</source>
        <translation>Verlorene Plätze</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Provisionally, with the line down</source>
        <translation>Vorläufig, ohne Verbindung</translation>
    </message>
    <message>
        <source>From a counter&apos;s reserve</source>
        <translation>Aus der Reserve einer Kasse</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>Seats kept until</source>
        <translation>Plätze gehalten bis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Look for other seats</source>
        <translation>Andere Plätze suchen</translation>
    </message>
    <message>
        <source>Decline: money back</source>
        <translation>Ablehnen: Geld zurück</translation>
    </message>
    <message>
        <source>Refund of %1 given</source>
        <translation>%1 zurückgegeben</translation>
    </message>
    <message>
        <source>Settled at the door</source>
        <translation>Am Einlass geklärt</translation>
    </message>
    <message>
        <source>Meet at the door</source>
        <translation>Am Einlass klären</translation>
    </message>
    <message>
        <source>Reason for granting the seats, or a note</source>
        <translation>Grund für das Gewähren der Plätze oder eine Notiz</translation>
    </message>
    <message>
        <source>Grant the very seats</source>
        <translation>Genau diese Plätze gewähren</translation>
    </message>
    <message>
        <source>Lost or stolen (administrators only)</source>
        <translation>Verloren oder gestohlen (nur Verwaltung)</translation>
    </message>
    <message>
        <source>Until %1 it may still be selling. Before then only a counter that is lost or stolen can be written off.</source>
        <translation>Bis %1 verkauft sie vielleicht noch. Vorher kann nur eine verlorene oder gestohlene Kasse abgeschrieben werden.</translation>
    </message>
    <message>
        <source>When it is lost or stolen</source>
        <translation>Wenn sie verloren oder gestohlen ist</translation>
    </message>
    <message>
        <source>Its key becomes worthless at once: the centre takes nothing from this counter any more.</source>
        <translation>Ihr Schlüssel wird sofort wertlos: Die Zentrale nimmt von dieser Kasse nichts mehr an.</translation>
    </message>
</context>
<context>
    <name>MapLabelText</name>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>%1 · row %2</source>
        <translation>%1 · Reihe %2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Parterre box office: sells seats from a live map, with the line down too.</source>
        <translation>Parterre Theaterkasse: verkauft Plätze aus dem Saalplan, auch ohne Verbindung.</translation>
    </message>
    <message>
        <source>Folder of the journal and the cache.</source>
        <translation>Ordner für Journal und Zwischenspeicher.</translation>
    </message>
    <message>
        <source>Address of the centre, offered at the first set-up.</source>
        <translation>Adresse der Zentrale, vorgeschlagen bei der Einrichtung.</translation>
    </message>
    <message>
        <source>Folder for printed tickets (PDF).</source>
        <translation>Ordner für gedruckte Karten (PDF).</translation>
    </message>
    <message>
        <source>Play the commands from standard input, one a line.</source>
        <translation>Befehle von der Standardeingabe ausführen, einen je Zeile.</translation>
    </message>
    <message>
        <source>Colours: light, dark or contrast; else as the desktop.</source>
        <translation>Farben: light (hell), dark (dunkel) oder contrast (Kontrast); sonst wie der Desktop.</translation>
    </message>
    <message>
        <source>Size of text in per cent, 100 to 200.</source>
        <translation>Schriftgröße in Prozent, 100 bis 200.</translation>
    </message>
    <message>
        <source>%1
Row %2 · Seat %3</source>
        <translation>%1
Reihe %2 · Platz %3</translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Sicht eingeschränkt</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>One person enters with this code.</source>
        <translation>Dieser Code gilt für eine Person.</translation>
    </message>
    <message>
        <source>Tickets, order %1</source>
        <translation>Karten, Bestellung %1</translation>
    </message>
    <message>
        <source>PROVISIONAL</source>
        <translation>VORLÄUFIG</translation>
    </message>
    <message>
        <source>Sold while the line was down. It counts when the centre has confirmed it; otherwise we contact you. Keep this ticket.</source>
        <translation>Ohne Verbindung verkauft. Gilt, sobald die Zentrale bestätigt hat; sonst melden wir uns. Bitte aufbewahren.</translation>
    </message>
    <message>
        <source>Folder, best on another disk, that shows when the journal was rolled back.</source>
        <translation>Ordner, am besten auf einem anderen Datenträger, der zeigt, ob die Aufzeichnungen zurückgesetzt wurden.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ReserveWords</name>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>No offline reserve</source>
        <translation>Keine Offline-Reserve</translation>
    </message>
    <message>
        <source>Offline reserve: %1 in %2, %3</source>
        <translation>Offline-Reserve: %1 in %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n price areas</source>
        <translation>
            <numerusform>%n Preisgruppe</numerusform>
            <numerusform>%n Preisgruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>No reserve</source>
        <translation>Keine Reserve</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>reserve, short</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>none of %1</source>
        <translation>nichts mehr in %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>price area, span of time</comment>
        <translation>%1 für %2</translation>
    </message>
</context>
<context>
    <name>WhenText</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 Min.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>parterre::ActionSheet</name>
    <message>
        <source>Asking the centre …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
</context>
<context>
    <name>parterre::AskSheet</name>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
</context>
<context>
    <name>parterre::BasketLines</name>
    <message>
        <source>Basket lines</source>
        <translation>Positionen im Warenkorb</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>One place</source>
        <translation>Ein Platz</translation>
    </message>
    <message>
        <source>Another price type   T</source>
        <translation>Andere Preisart   T</translation>
    </message>
    <message>
        <source>Remove this place</source>
        <translation>Diesen Platz entfernen</translation>
    </message>
</context>
<context>
    <name>parterre::BasketPanel</name>
    <message>
        <source>Basket</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Pick seats on the map, or press 1 to 9 for that many best seats together.</source>
        <translation>Plätze im Saalplan wählen oder mit 1 bis 9 so viele beste Plätze nebeneinander.</translation>
    </message>
    <message>
        <source>Cash   C</source>
        <translation>Bar   C</translation>
    </message>
    <message>
        <source>Card   K</source>
        <translation>Karte   K</translation>
    </message>
    <message>
        <source>Reserve   R</source>
        <translation>Reservieren   R</translation>
    </message>
    <message>
        <source>More time   X</source>
        <translation>Verlängern   X</translation>
    </message>
    <message>
        <source>Empty basket   Esc</source>
        <translation>Warenkorb leeren   Esc</translation>
    </message>
    <message numerus="yes">
        <source>Basket · %n places</source>
        <translation>
            <numerusform>Warenkorb · %n Platz</numerusform>
            <numerusform>Warenkorb · %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>asking the centre …</source>
        <translation>frage die Zentrale …</translation>
    </message>
    <message>
        <source>held here, no deadline</source>
        <translation>hier gehalten, ohne Frist</translation>
    </message>
    <message>
        <source>held for %1</source>
        <translation>gehalten für %1</translation>
    </message>
    <message>
        <source>only provisionally</source>
        <translation>nur vorläufig</translation>
    </message>
</context>
<context>
    <name>parterre::CardSheet</name>
    <message>
        <source>Card payment</source>
        <translation>Kartenzahlung</translation>
    </message>
    <message>
        <source>Take the payment on the card terminal, then say what it shows. The seats are kept meanwhile.</source>
        <translation>Bitte die Zahlung am Kartenterminal annehmen und dann sagen, was es anzeigt. Die Plätze bleiben so lange gehalten.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reference, if the terminal asks for one</source>
        <translation>Referenz, falls das Terminal danach fragt</translation>
    </message>
    <message>
        <source>“Do not know” keeps the seats and asks again later: nothing is sold or printed until it is known whether the card was charged.</source>
        <translation>„Weiß nicht“ hält die Plätze und fragt später wieder: Es wird nichts verkauft oder gedruckt, bis klar ist, ob die Karte belastet wurde.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Do not know</source>
        <translation>Weiß nicht</translation>
    </message>
    <message>
        <source>Card payment of %1</source>
        <translation>Kartenzahlung über %1</translation>
    </message>
</context>
<context>
    <name>parterre::CaseDetail</name>
    <message>
        <source>Other seats</source>
        <translation>Andere Plätze</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>This sale</source>
        <translation>Dieser Verkauf</translation>
    </message>
    <message>
        <source>The other claim</source>
        <translation>Der andere Anspruch</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Die Regel</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Now seated</source>
        <translation>Sitzen jetzt</translation>
    </message>
</context>
<context>
    <name>parterre::CaseList</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
</context>
<context>
    <name>parterre::CashSheet</name>
    <message>
        <source>Sell   Enter</source>
        <translation>Verkaufen   Enter</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Barzahlung</translation>
    </message>
    <message>
        <source>Amount given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>Zu zahlen: %1</translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation>Verkaufe …</translation>
    </message>
    <message>
        <source>%1 more is needed.</source>
        <translation>Es fehlen noch %1.</translation>
    </message>
    <message>
        <source>That is not an amount. Type for example %1.</source>
        <translation>Das ist kein Betrag. Bitte zum Beispiel %1 eingeben.</translation>
    </message>
</context>
<context>
    <name>parterre::ChipBar</name>
    <message>
        <source>Section ▾   G</source>
        <translation>Block ▾   G</translation>
    </message>
    <message>
        <source>Go to section</source>
        <translation>Zum Block springen</translation>
    </message>
    <message>
        <source>Show only these   Alt+%1</source>
        <translation>Nur diese zeigen   Alt+%1</translation>
    </message>
    <message>
        <source>All prices</source>
        <translation>Alle Preise</translation>
    </message>
</context>
<context>
    <name>parterre::ConflictBadge</name>
    <message numerus="yes">
        <source>%n open conflicts</source>
        <translation>
            <numerusform>%n offener Konflikt</numerusform>
            <numerusform>%n offene Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do about them</source>
        <translation>Was damit zu tun ist</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ConflictSheet</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>No conflict. When a sale made with the line down meets another claim, it appears here with what can be done.</source>
        <translation>Kein Konflikt. Trifft ein Verkauf ohne Verbindung auf einen anderen Anspruch, erscheint er hier mit dem, was sich tun lässt.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Other offers</source>
        <translation>Andere Angebote</translation>
    </message>
    <message>
        <source>Decline: money back</source>
        <translation>Ablehnen: Geld zurück</translation>
    </message>
    <message>
        <source>Refund given</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Meet at the door</source>
        <translation>Am Einlass klären</translation>
    </message>
    <message>
        <source>Print the new tickets</source>
        <translation>Die neuen Karten drucken</translation>
    </message>
    <message>
        <source>Print a letter</source>
        <translation>Brief drucken</translation>
    </message>
    <message numerus="yes">
        <source>Conflicts · %n open</source>
        <translation>
            <numerusform>Konflikte · %n offen</numerusform>
            <numerusform>Konflikte · %n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept: seat them there</source>
        <translation>Annehmen: dorthin setzen</translation>
    </message>
    <message>
        <source>Refund of %1 given</source>
        <translation>%1 zurückgegeben</translation>
    </message>
    <message>
        <source>Settled at the door</source>
        <translation>Am Einlass geklärt</translation>
    </message>
    <message>
        <source>Look for other seats</source>
        <translation>Andere Plätze suchen</translation>
    </message>
    <message>
        <source>Other offer</source>
        <translation>Anderes Angebot</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
    <message>
        <source>The line is down: cases are settled when it is back. The letter can be printed now.</source>
        <translation>Keine Verbindung: Konflikte werden geklärt, sobald sie wieder steht. Der Brief lässt sich jetzt drucken.</translation>
    </message>
</context>
<context>
    <name>parterre::ConflictWiring</name>
    <message>
        <source>Declined. The money has to go back.</source>
        <translation>Abgelehnt. Das Geld muss zurückgegeben werden.</translation>
    </message>
    <message>
        <source>Noted: the money has gone back.</source>
        <translation>Festgehalten: Das Geld ist zurückgegeben.</translation>
    </message>
    <message>
        <source>Letter: %1</source>
        <translation>Brief: %1</translation>
    </message>
    <message>
        <source>Now seated: %1. Print the new tickets and the letter.</source>
        <translation>Sitzen jetzt: %1. Bitte die neuen Karten und den Brief drucken.</translation>
    </message>
    <message>
        <source>Now seated: %1. The counter that sold the order prints the new tickets and the letter.</source>
        <translation>Sitzen jetzt: %1. Die Kasse, die verkauft hat, druckt die neuen Karten und den Brief.</translation>
    </message>
</context>
<context>
    <name>parterre::DeskWindow</name>
    <message>
        <source>Parterre box office</source>
        <translation>Parterre Theaterkasse</translation>
    </message>
</context>
<context>
    <name>parterre::DeskWiring</name>
    <message>
        <source>Reserved for %1 until one hour before the start.</source>
        <translation>Reserviert für %1 bis eine Stunde vor Beginn.</translation>
    </message>
    <message>
        <source>Tickets: %1</source>
        <translation>Karten: %1</translation>
    </message>
    <message>
        <source>Say first what the card terminal shows: approved, declined, or that you do not know.</source>
        <translation>Bitte zuerst sagen, was das Terminal zeigt: genehmigt, abgelehnt oder „weiß nicht“.</translation>
    </message>
    <message>
        <source>%1 The old tickets of order %2 are void all the same: print again before the customer leaves.</source>
        <translation>%1 Die alten Karten der Bestellung %2 sind trotzdem ungültig: erneut drucken, bevor der Gast geht.</translation>
    </message>
    <message>
        <source>New tickets with new codes: the old tickets of order %1 are void now, take them back. %2</source>
        <translation>Neue Karten mit neuen Codes: Die alten Karten der Bestellung %1 sind jetzt ungültig, bitte zurücknehmen. %2</translation>
    </message>
</context>
<context>
    <name>parterre::DrainBar</name>
    <message>
        <source>The line is back. Sending to the centre: %1 of %2</source>
        <translation>Die Verbindung steht wieder. An die Zentrale gesendet: %1 von %2</translation>
    </message>
</context>
<context>
    <name>parterre::DrillBanner</name>
    <message>
        <source>DRILL</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>The line is up; this counter only pretends that it is down. What you sell is really sold.</source>
        <translation>Die Verbindung steht; diese Kasse tut nur, als wäre sie unterbrochen. Was Sie verkaufen, ist wirklich verkauft.</translation>
    </message>
    <message>
        <source>Drill: the line is only pretended to be down</source>
        <translation>Übung: Die Verbindung gilt nur als unterbrochen</translation>
    </message>
    <message>
        <source>The line is up. Sales are real.</source>
        <translation>Die Verbindung steht. Verkauft wird wirklich.</translation>
    </message>
    <message>
        <source>End the drill</source>
        <translation>Übung beenden</translation>
    </message>
</context>
<context>
    <name>parterre::DrillSheet</name>
    <message>
        <source>Nothing was sold in this drill, so it has not shown how long the reserve lasts.</source>
        <translation>In dieser Übung wurde nichts verkauft; sie hat nicht gezeigt, wie lange die Reserve reicht.</translation>
    </message>
    <message>
        <source>The reserve ran out during the drill.</source>
        <translation>Die Reserve ging während der Übung zu Ende.</translation>
    </message>
    <message numerus="yes">
        <source>%n times a customer wanted what could not be sold.</source>
        <translation>
            <numerusform>Einmal wollte ein Gast etwas, das nicht verkauft werden konnte (%n).</numerusform>
            <numerusform>%n-mal wollte ein Gast etwas, das nicht verkauft werden konnte.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reserve carried this drill.</source>
        <translation>Die Reserve hat für diese Übung gereicht.</translation>
    </message>
    <message>
        <source>At this pace the rest of the reserve would have lasted another %1.</source>
        <translation>In diesem Tempo hätte der Rest der Reserve noch %1 gereicht.</translation>
    </message>
    <message>
        <source>This counter is ready for an outage of that length.</source>
        <translation>Diese Kasse ist für einen Ausfall dieser Länge bereit.</translation>
    </message>
    <message>
        <source>The drill is over</source>
        <translation>Die Übung ist vorbei</translation>
    </message>
    <message>
        <source>What was sold is really sold and goes to the centre now.</source>
        <translation>Was verkauft wurde, ist wirklich verkauft und geht jetzt an die Zentrale.</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Orders sold</source>
        <translation>Verkaufte Bestellungen</translation>
    </message>
    <message>
        <source>Places from the reserve</source>
        <translation>Plätze aus der Reserve</translation>
    </message>
    <message>
        <source>Places sold provisionally</source>
        <translation>Vorläufig verkaufte Plätze</translation>
    </message>
    <message>
        <source>Wanted and refused</source>
        <translation>Gewünscht und abgelehnt</translation>
    </message>
    <message>
        <source>Reserve left</source>
        <translation>Reserve übrig</translation>
    </message>
    <message>
        <source>The reserve carried this drill; it was too short to show how long the reserve lasts.</source>
        <translation>Die Reserve hat für diese Übung gereicht; sie war zu kurz, um zu zeigen, wie lange die Reserve hält.</translation>
    </message>
    <message>
        <source>Renew the reserve before the next rush (%1): it is sized by what was sold in the last hour.</source>
        <translation>Bitte die Reserve vor dem nächsten Andrang erneuern (%1): Sie richtet sich nach dem Verkauf der letzten Stunde.</translation>
    </message>
    <message>
        <source>Renew the reserve now (%1), and allow provisional sales for this event if customers should not be turned away.</source>
        <translation>Bitte die Reserve jetzt erneuern (%1) und vorläufige Verkäufe für diese Veranstaltung erlauben, wenn kein Gast abgewiesen werden soll.</translation>
    </message>
</context>
<context>
    <name>parterre::EnrolPage</name>
    <message>
        <source>Set up this counter</source>
        <translation>Diese Kasse einrichten</translation>
    </message>
    <message>
        <source>Once per computer. Your manager gets the code with “parterre-server counter enrol”; it works one time and for a day.</source>
        <translation>Einmal je Rechner. Den Code erhält die Leitung mit „parterre-server counter enrol“; er gilt ein einziges Mal und einen Tag lang.</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Zentrale</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Einrichtungscode</translation>
    </message>
    <message>
        <source>Name of this counter</source>
        <translation>Name dieser Kasse</translation>
    </message>
    <message>
        <source>Box office 1</source>
        <translation>Abendkasse 1</translation>
    </message>
    <message>
        <source>Set up   Enter</source>
        <translation>Einrichten   Enter</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Frage die Zentrale …</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>parterre::EventsPage</name>
    <message>
        <source>Open   Enter</source>
        <translation>Öffnen   Enter</translation>
    </message>
    <message>
        <source>What is on</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Ask again   F5</source>
        <translation>Neu laden   F5</translation>
    </message>
    <message>
        <source>needs the line</source>
        <translation>nur mit Verbindung</translation>
    </message>
    <message>
        <source>The line is down and no event has been opened here yet. The list appears when the centre answers.</source>
        <translation>Keine Verbindung, und hier wurde noch keine Veranstaltung geöffnet. Die Liste erscheint, sobald die Zentrale antwortet.</translation>
    </message>
    <message>
        <source>No event yet. A manager plans one at the centre; “parterre-server demo-data” makes a ready venue.</source>
        <translation>Noch keine Veranstaltung. Die Leitung plant sie in der Zentrale; „parterre-server demo-data“ legt ein fertiges Haus an.</translation>
    </message>
    <message>
        <source>Fetching the plan and the seats …</source>
        <translation>Lade Saalplan und Plätze …</translation>
    </message>
    <message>
        <source>For supervisors and managers: every counter&apos;s reserve, alarms, conflicts of all</source>
        <translation>Für Kassenleitung und Leitung: Reserven aller Kassen, Alarme, alle Konflikte</translation>
    </message>
    <message>
        <source>Asking the centre what is on …</source>
        <translation>Die Zentrale wird nach dem Spielplan gefragt …</translation>
    </message>
    <message>
        <source>Counters and conflicts</source>
        <translation>Kassen und Konflikte</translation>
    </message>
</context>
<context>
    <name>parterre::LineBadge</name>
    <message>
        <source>● On line</source>
        <translation>● Verbunden</translation>
    </message>
    <message numerus="yes">
        <source>● On line · sending %n</source>
        <translation>
            <numerusform>● Verbunden · %n wird gesendet</numerusform>
            <numerusform>● Verbunden · %n werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>◐ Catching up: %1 of %2 sent</source>
        <translation>◐ Abgleich: %1 von %2 gesendet</translation>
    </message>
    <message>
        <source>✕ Line down</source>
        <translation>✕ Keine Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>✕ Line down · %n to send</source>
        <translation>
            <numerusform>✕ Keine Verbindung · %n offen</numerusform>
            <numerusform>✕ Keine Verbindung · %n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What this counter may sell while the line is down</source>
        <translation>Was diese Kasse ohne Verbindung verkaufen darf</translation>
    </message>
    <message>
        <source>◐ %1 of %2</source>
        <comment>catching up: sent of all</comment>
        <translation>◐ %1 von %2</translation>
    </message>
    <message>
        <source>✕ Down · %1</source>
        <comment>line down, steps to send</comment>
        <translation>✕ Offline · %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Näheres</translation>
    </message>
</context>
<context>
    <name>parterre::LineWiring</name>
    <message>
        <source>The line to the centre is down. The seats with the reserve mark can be sold as ever; striped seats only provisionally. Every sale is safe on this disk and is sent when the line is back.</source>
        <translation>Keine Verbindung zur Zentrale. Plätze mit Reservezeichen werden verkauft wie immer, gestreifte Plätze nur vorläufig. Jeder Verkauf ist hier gesichert und wird gesendet, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The line to the centre is down. You can go on selling the seats with the reserve mark; every sale is safe on this disk and is sent when the line is back.</source>
        <translation>Keine Verbindung zur Zentrale. Plätze mit dem Reservezeichen können weiter verkauft werden; jeder Verkauf ist hier gesichert und wird gesendet, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The offline reserve goes back to the centre. With the line down, nothing can be sold here until the event is opened anew.</source>
        <translation>Die Offline-Reserve geht an die Zentrale zurück. Bei unterbrochener Verbindung kann hier nichts verkauft werden, bis die Veranstaltung neu geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>parterre::ManageList</name>
    <message>
        <source>What may need you</source>
        <translation>Was Sie brauchen könnte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Awaited since the restore</source>
        <translation>Seit der Sicherung erwartet</translation>
    </message>
    <message>
        <source>has not reported</source>
        <translation>hat sich nicht gemeldet</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>nicht geklärt</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>Offene Konflikte</translation>
    </message>
    <message>
        <source>Counters with a reserve</source>
        <translation>Kassen mit Reserve</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Abgeschrieben</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>parterre::ManagePage</name>
    <message>
        <source>No counter has a reserve of this event and nothing needs you. As soon as a counter opens the event it appears here.</source>
        <translation>Keine Kasse hat eine Reserve dieser Veranstaltung, und nichts braucht Sie. Sobald eine Kasse die Veranstaltung öffnet, erscheint sie hier.</translation>
    </message>
    <message>
        <source>Ask again   F5</source>
        <translation>Neu fragen   F5</translation>
    </message>
    <message>
        <source>Counters, conflicts and alarms · %1</source>
        <translation>Kassen, Konflikte und Alarme · %1</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
    <message>
        <source>The event is being sold.</source>
        <translation>Die Veranstaltung wird verkauft.</translation>
    </message>
    <message>
        <source>Sales are stopped until the alarm about an impossible sale is settled.</source>
        <translation>Der Verkauf ist angehalten, bis der Alarm über einen unmöglichen Verkauf geklärt ist.</translation>
    </message>
    <message numerus="yes">
        <source>Sales are stopped since the centre was restored from a backup: %n counters have not reported.</source>
        <translation>
            <numerusform>Der Verkauf ist angehalten, seit in der Zentrale eine Sicherung eingespielt wurde: %n Kasse hat sich nicht gemeldet.</numerusform>
            <numerusform>Der Verkauf ist angehalten, seit in der Zentrale eine Sicherung eingespielt wurde: %n Kassen haben sich nicht gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>was zu tun ist</translation>
    </message>
    <message>
        <source>ask again</source>
        <translation>neu fragen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation>Stand %1. %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Settled meanwhile</source>
        <translation>Inzwischen erledigt</translation>
    </message>
    <message>
        <source>It is not in the list any more. Choose what comes next.</source>
        <translation>Es steht nicht mehr in der Liste. Wählen Sie, was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>It is not in the list any more: it has been settled meanwhile. Choose what comes next.</source>
        <translation>Es steht nicht mehr in der Liste: Es wurde inzwischen erledigt. Wählen Sie, was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Es war</translation>
    </message>
    <message>
        <source>What you had typed</source>
        <translation>Das hatten Sie geschrieben</translation>
    </message>
</context>
<context>
    <name>parterre::ManageWiring</name>
    <message>
        <source>The alarm is settled.</source>
        <translation>Der Alarm ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The event does not wait for this counter any more.</source>
        <translation>Die Veranstaltung wartet nicht mehr auf diese Kasse.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are written off and free.</source>
        <translation>
            <numerusform>%n Platz ist abgeschrieben und frei.</numerusform>
            <numerusform>%n Plätze sind abgeschrieben und frei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::MapLegend</name>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>In your reserve</source>
        <translation>In Ihrer Reserve</translation>
    </message>
    <message>
        <source>In the basket</source>
        <translation>Im Warenkorb</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Other counter</source>
        <translation>Andere Kasse</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Rollstuhl</translation>
    </message>
    <message>
        <source>Pale: %1</source>
        <translation>Blass: %1</translation>
    </message>
    <message>
        <source>Only provisionally</source>
        <translation>Nur vorläufig</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>parterre::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>parterre::OrdersSheet</name>
    <message>
        <source>– money went back</source>
        <translation>– Geld zurückgegeben</translation>
    </message>
    <message>
        <source>– settled at the door</source>
        <translation>– am Einlass geklärt</translation>
    </message>
    <message>
        <source>◐ sold, to be sent</source>
        <translation>◐ verkauft, zu senden</translation>
    </message>
    <message>
        <source>– void</source>
        <translation>– storniert</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
    <message>
        <source>? not answered yet</source>
        <translation>? noch ohne Antwort</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ abgelehnt</translation>
    </message>
    <message>
        <source>! conflict</source>
        <translation>! Konflikt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Code, name, e-mail or seat</source>
        <translation>Code, Name, E-Mail oder Platz</translation>
    </message>
    <message>
        <source>Filter the orders</source>
        <translation>Bestellungen filtern</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>No order yet. The first sale appears here at once.</source>
        <translation>Noch keine Bestellung. Der erste Verkauf erscheint hier sofort.</translation>
    </message>
    <message>
        <source>No order matches “%1”.</source>
        <translation>Keine Bestellung passt zu „%1“.</translation>
    </message>
    <message>
        <source>◐ provisional, to be sent</source>
        <translation>◐ vorläufig, zu senden</translation>
    </message>
    <message>
        <source>… a payment decides</source>
        <translation>… eine Zahlung entscheidet</translation>
    </message>
    <message>
        <source>Print tickets   P</source>
        <translation>Karten drucken   P</translation>
    </message>
    <message>
        <source>Print again, old tickets void   P</source>
        <translation>Neu drucken, alte ungültig   P</translation>
    </message>
    <message numerus="yes">
        <source>Void %n tickets of %1</source>
        <translation>
            <numerusform>%n Karte von %1 stornieren</numerusform>
            <numerusform>%n Karten von %1 stornieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Void order</source>
        <translation>Bestellung stornieren</translation>
    </message>
</context>
<context>
    <name>parterre::ProvisionalSheet</name>
    <message>
        <source>Provisional sale</source>
        <translation>Vorläufiger Verkauf</translation>
    </message>
    <message>
        <source>When the line is back, the centre decides. Still free: the tickets count as they are. Sold to somebody else meanwhile: this customer is told and gets what they wish below.</source>
        <translation>Sobald die Verbindung steht, entscheidet die Zentrale. Noch frei: Die Karten gelten, wie sie sind. Inzwischen anderweitig verkauft: Der Gast erfährt es und bekommt, was er unten wünscht.</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Name des Gastes</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Telefon oder E-Mail</translation>
    </message>
    <message>
        <source>If the seats are gone</source>
        <translation>Wenn die Plätze vergeben sind</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Seat me near</source>
        <translation>In der Nähe setzen</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>Geld zurück</translation>
    </message>
    <message>
        <source>Go on to pay</source>
        <translation>Weiter zum Bezahlen</translation>
    </message>
    <message numerus="yes">
        <source>The line is down and %n of these places are not in this counter&apos;s reserve: %1. You can sell them now, but the centre may have promised them to somebody else. The tickets are marked PROVISIONAL.</source>
        <translation>
            <numerusform>Keine Verbindung, und %n dieser Plätze gehört nicht zur Reserve dieser Kasse: %1. Er kann jetzt verkauft werden, ist aber vielleicht schon anderweitig zugesagt. Auf den Karten steht VORLÄUFIG.</numerusform>
            <numerusform>Keine Verbindung, und %n dieser Plätze gehören nicht zur Reserve dieser Kasse: %1. Sie können jetzt verkauft werden, sind aber vielleicht schon anderweitig zugesagt. Auf den Karten steht VORLÄUFIG.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name is missing: it stands on the tickets and finds the order again.</source>
        <translation>Der Name fehlt: Er steht auf den Karten, und die Bestellung lässt sich damit wiederfinden.</translation>
    </message>
    <message>
        <source>A phone number or an e-mail address is missing: without it nobody can be told.</source>
        <translation>Eine Telefonnummer oder E-Mail-Adresse fehlt: Ohne sie lässt sich der Gast nicht benachrichtigen.</translation>
    </message>
    <message>
        <source>That is neither a phone number nor an e-mail address. Type for example 030 123456 or name@example.org.</source>
        <translation>Das ist weder eine Telefonnummer noch eine E-Mail-Adresse. Zum Beispiel 030 123456 oder name@example.org.</translation>
    </message>
</context>
<context>
    <name>parterre::QuestionBadge</name>
    <message numerus="yes">
        <source>%n open questions</source>
        <translation>
            <numerusform>%n offene Frage</numerusform>
            <numerusform>%n offene Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>About card payments and prints: answer them</source>
        <translation>Zu Kartenzahlungen und Drucken: beantworten</translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::QuestionSheet</name>
    <message>
        <source>Was the card payment of %1 for order %2 approved?</source>
        <translation>Wurde die Kartenzahlung über %1 für Bestellung %2 genehmigt?</translation>
    </message>
    <message>
        <source>Give %1 back to the card: order %2 was not sold</source>
        <translation>%1 auf die Karte zurückgeben: Bestellung %2 wurde nicht verkauft</translation>
    </message>
    <message numerus="yes">
        <source>Are the %n tickets of order %1 in the tray?</source>
        <translation>
            <numerusform>Liegt die Karte der Bestellung %1 im Drucker?</numerusform>
            <numerusform>Liegen die %n Karten der Bestellung %1 im Drucker?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Begun %2, reference %3. The program stopped before the terminal&apos;s answer was known.</source>
        <translation>%1. Begonnen %2, Referenz %3. Das Programm endete, bevor die Antwort des Terminals bekannt war.</translation>
    </message>
    <message>
        <source>%1. The card was charged %2, reference %3, and the seats could not be sold.</source>
        <translation>%1. Die Karte wurde %2 belastet, Referenz %3, und die Plätze konnten nicht verkauft werden.</translation>
    </message>
    <message>
        <source>%1. Printing was begun %2, and the program stopped before the printer had answered.</source>
        <translation>%1. Der Druck begann %2, und das Programm endete, bevor der Drucker geantwortet hatte.</translation>
    </message>
    <message>
        <source>Look at the terminal or its receipt. Yes: the order is sold. No: its seats are free again. Until it is answered the seats are kept and nobody else gets them.</source>
        <translation>Bitte am Terminal oder auf seinem Beleg nachsehen. Ja: Die Bestellung ist verkauft. Nein: Ihre Plätze sind wieder frei. Bis zur Antwort sind die Plätze gehalten, niemand sonst bekommt sie.</translation>
    </message>
    <message>
        <source>Refund it on the terminal first. It is asked again at every start until it is done.</source>
        <translation>Bitte zuerst am Terminal erstatten. Die Frage kommt bei jedem Start wieder, bis es erledigt ist.</translation>
    </message>
    <message>
        <source>Yes: they count as they are. No: they are printed again with new codes, and the codes of the first print are worth nothing at the door.</source>
        <translation>Ja: Sie gelten, wie sie sind. Nein: Sie werden mit neuen Codes noch einmal gedruckt, und die Codes des ersten Drucks gelten am Einlass nicht mehr.</translation>
    </message>
    <message>
        <source>Yes, approved</source>
        <translation>Ja, genehmigt</translation>
    </message>
    <message>
        <source>The money is back on the card</source>
        <translation>Das Geld ist zurück auf der Karte</translation>
    </message>
    <message>
        <source>Yes, in the tray</source>
        <translation>Ja, im Drucker</translation>
    </message>
    <message>
        <source>Ask again later</source>
        <translation>Später wieder fragen</translation>
    </message>
    <message>
        <source>Question %1 of %2 from before the restart</source>
        <translation>Frage %1 von %2 aus der Zeit vor dem Neustart</translation>
    </message>
    <message>
        <source>No, print again</source>
        <translation>Nein, noch einmal drucken</translation>
    </message>
    <message>
        <source>No, not approved</source>
        <translation>Nein, nicht genehmigt</translation>
    </message>
    <message>
        <source>%1. Begun %2, reference %3. The terminal&apos;s answer is not known.</source>
        <translation>%1. Begonnen %2, Referenz %3. Die Antwort des Terminals ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1. Printing was begun %2, and it is not known how it ended.</source>
        <translation>%1. Der Druck begann %2, und es ist nicht bekannt, wie er ausging.</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Frage %1 von %2</translation>
    </message>
</context>
<context>
    <name>parterre::QuestionWiring</name>
    <message>
        <source>This counter is set up anew. What it had not sent yet is sent now.</source>
        <translation>Diese Kasse ist neu eingerichtet. Was sie noch nicht gesendet hatte, wird jetzt gesendet.</translation>
    </message>
    <message>
        <source>No question is open: every payment and every print is clear.</source>
        <translation>Keine Frage ist offen: Jede Zahlung und jeder Druck ist klar.</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left to ask is about another event, and this basket would be lost. Sell or empty it first, then ask again (%1).</source>
        <translation>Die übrigen Fragen betreffen eine andere Veranstaltung, und dieser Warenkorb ginge verloren. Bitte erst verkaufen oder leeren, dann erneut fragen (%1).</translation>
    </message>
</context>
<context>
    <name>parterre::ReserveSheet</name>
    <message>
        <source>Offline reserve</source>
        <translation>Offline-Reserve</translation>
    </message>
    <message>
        <source>Price area</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>Reicht</translation>
    </message>
    <message>
        <source>Reserve by price area</source>
        <translation>Reserve nach Preisgruppe</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Give all of it back</source>
        <translation>Alles zurückgeben</translation>
    </message>
    <message>
        <source>Nothing can be sold from here while the line is down.</source>
        <translation>Ohne Verbindung kann hier nichts verkauft werden.</translation>
    </message>
    <message>
        <source>These seats are promised to this counter alone. They can be sold with the line down, for another %1. Then selling from them stops and they wait for the line.</source>
        <translation>Diese Plätze sind dieser Kasse allein zugesagt. Sie können ohne Verbindung verkauft werden, noch %1 lang. Danach endet der Verkauf aus ihnen, und sie warten auf die Verbindung.</translation>
    </message>
    <message numerus="yes">
        <source>Give %n seats back</source>
        <translation>
            <numerusform>%n Platz zurückgeben</numerusform>
            <numerusform>%n Plätze zurückgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>“Renew” asks the centre for a full span of time and for as many seats as this counter is likely to need. “Give back” leaves this counter nothing to sell while the line is down.</source>
        <translation>„Erneuern“ bittet die Zentrale um die volle Zeit und so viele Plätze, wie diese Kasse voraussichtlich braucht. Nach dem Zurückgeben kann diese Kasse ohne Verbindung nichts verkaufen.</translation>
    </message>
    <message>
        <source>The line is down: the reserve can be renewed or given back when it is back.</source>
        <translation>Keine Verbindung: Die Reserve lässt sich erneuern oder zurückgeben, sobald sie wieder steht.</translation>
    </message>
    <message>
        <source>not sold lately</source>
        <translation>zuletzt nichts verkauft</translation>
    </message>
    <message numerus="yes">
        <source>At the pace of the last hour: %n sold</source>
        <translation>
            <numerusform>Im Tempo der letzten Stunde: %n verkauft</numerusform>
            <numerusform>Im Tempo der letzten Stunde: %n verkauft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::SalePage</name>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>Kept unpaid until one hour before the start, to be paid and collected here.</source>
        <translation>Unbezahlt zurückgelegt bis eine Stunde vor Beginn, hier zu bezahlen und abzuholen.</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Name der Kundin oder des Kunden</translation>
    </message>
    <message>
        <source>Void %1</source>
        <translation>%1 stornieren</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>not priced</source>
        <translation>ohne Preis</translation>
    </message>
    <message numerus="yes">
        <source>Reserve %n places   Enter</source>
        <translation>
            <numerusform>%n Platz reservieren   Enter</numerusform>
            <numerusform>%n Plätze reservieren   Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>not heard of since this event was opened</source>
        <translation>seit dem Öffnen nichts gehört</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Give %1 back to the card, on the terminal.</source>
        <translation>%1 am Terminal auf die Karte zurückbuchen.</translation>
    </message>
    <message>
        <source>Give %1 back in cash.</source>
        <translation>%1 bar zurückgeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets become invalid and their places free: %1.</source>
        <translation>
            <numerusform>%n Karte wird ungültig und ihr Platz frei: %1.</numerusform>
            <numerusform>%n Karten werden ungültig und ihre Plätze frei: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Void %n tickets, %1</source>
        <translation>
            <numerusform>%n Karte stornieren, %1</numerusform>
            <numerusform>%n Karten stornieren, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid on the web: give nothing out of the drawer. %1 goes back by itself the way it was paid.</source>
        <translation>Im Netz bezahlt: Geben Sie nichts aus der Kasse. %1 geht von selbst auf dem Weg der Zahlung zurück.</translation>
    </message>
    <message>
        <source>Nothing was paid, so nothing is given back.</source>
        <translation>Es wurde nichts bezahlt, also wird nichts zurückgegeben.</translation>
    </message>
</context>
<context>
    <name>parterre::SeatListView</name>
    <message>
        <source>List of seats</source>
        <translation>Platzliste</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapModel</name>
    <message>
        <source>%1 · row %2 · seat %3</source>
        <translation>%1 · Reihe %2 · Platz %3</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>free, in this counter&apos;s reserve</source>
        <translation>frei, in der Reserve dieser Kasse</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>free, but not sellable here now</source>
        <translation>frei, hier aber gerade nicht zu verkaufen</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>held by somebody else</source>
        <translation>von jemand anderem gehalten</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>in another counter&apos;s reserve</source>
        <translation>in der Reserve einer anderen Kasse</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>Sicht eingeschränkt</translation>
    </message>
    <message>
        <source>probably free, can be sold provisionally</source>
        <translation>wohl frei, nur vorläufig zu verkaufen</translation>
    </message>
    <message>
        <source>selected for a provisional sale</source>
        <translation>für einen vorläufigen Verkauf gewählt</translation>
    </message>
    <message>
        <source>sold here first</source>
        <translation>zuerst hier verkauft</translation>
    </message>
    <message>
        <source>proposed instead</source>
        <translation>stattdessen vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapWidget</name>
    <message>
        <source>Seat map. Arrow keys move, Enter picks, L opens the list of seats.</source>
        <translation>Saalplan. Pfeiltasten bewegen, Enter wählt, L öffnet die Platzliste.</translation>
    </message>
    <message>
        <source>Seat map, no performance open</source>
        <translation>Saalplan, keine Vorstellung geöffnet</translation>
    </message>
    <message>
        <source>Seat map of %1</source>
        <translation>Saalplan von %1</translation>
    </message>
</context>
<context>
    <name>parterre::SeatTreeModel</name>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>parterre::Sheet</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>parterre::ShortcutBar</name>
    <message>
        <source>best seats</source>
        <translation>beste Plätze</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>pick</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>whole house</source>
        <translation>ganzes Haus</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>price area</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>best / next best</source>
        <translation>beste / nächstbeste</translation>
    </message>
    <message>
        <source>price type</source>
        <translation>Preisart</translation>
    </message>
    <message>
        <source>single places</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>reservieren</translation>
    </message>
    <message>
        <source>more time</source>
        <translation>verlängern</translation>
    </message>
    <message>
        <source>empty basket</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>price type of this place</source>
        <translation>Preisart dieses Platzes</translation>
    </message>
    <message>
        <source>remove this place</source>
        <translation>Platz entfernen</translation>
    </message>
    <message>
        <source>back to the map</source>
        <translation>zurück zum Saalplan</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>verkaufen</translation>
    </message>
    <message>
        <source>amount given</source>
        <translation>gegebener Betrag</translation>
    </message>
    <message>
        <source>back to the basket</source>
        <translation>zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>next customer</source>
        <translation>nächster Gast</translation>
    </message>
    <message>
        <source>print tickets</source>
        <translation>Karten drucken</translation>
    </message>
    <message>
        <source>void</source>
        <translation>stornieren</translation>
    </message>
</context>
<context>
    <name>parterre::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>With the line down, anybody who has signed in at this counter before can go on working.</source>
        <translation>Ohne Verbindung können alle weiterarbeiten, die sich an dieser Kasse schon einmal angemeldet haben.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in   Enter</source>
        <translation>Anmelden   Enter</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Melde an …</translation>
    </message>
    <message>
        <source>Type your name and your password.</source>
        <translation>Bitte Namen und Passwort eingeben.</translation>
    </message>
    <message>
        <source>The centre answers slowly. Waiting for %1 s …</source>
        <translation>Die Zentrale antwortet langsam. Wartet seit %1 s …</translation>
    </message>
</context>
<context>
    <name>parterre::SoldSheet</name>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Next customer   Enter</source>
        <translation>Nächster Gast   Enter</translation>
    </message>
    <message>
        <source>Print tickets   P</source>
        <translation>Karten drucken   P</translation>
    </message>
    <message>
        <source>✓ Sold</source>
        <translation>✓ Verkauft</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2, order %3. From this counter&apos;s own reserve: safe on this disk, sent to the centre when the line allows.</source>
        <translation>%1 für %2, Bestellung %3. Aus der Reserve dieser Kasse: hier gesichert, an die Zentrale gesendet, sobald die Verbindung es erlaubt.</translation>
    </message>
    <message>
        <source>%1 for %2, order %3.</source>
        <translation>%1 für %2, Bestellung %3.</translation>
    </message>
    <message>
        <source>▲ Provisional</source>
        <translation>▲ Vorläufig</translation>
    </message>
    <message>
        <source>Sold provisionally: the tickets say so. It is safe on this disk; the centre decides when the line is back, and what it decides appears under the conflicts.</source>
        <translation>Vorläufig verkauft: Das steht auf den Karten. Es ist hier gesichert; die Zentrale entscheidet, sobald die Verbindung steht, und was sie entscheidet, erscheint bei den Konflikten.</translation>
    </message>
</context>
<context>
    <name>parterre::SuspectPage</name>
    <message>
        <source>This counter must be checked</source>
        <translation>Diese Kasse muss geprüft werden</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>Was erhalten ist</translation>
    </message>
    <message>
        <source>Everything this counter still remembers is kept and will be sent. Nobody else can sell the seats of its reserve, unless they have been written off.</source>
        <translation>Alles, was diese Kasse noch weiß, bleibt erhalten und wird gesendet. Niemand sonst kann die Plätze ihrer Reserve verkaufen, solange sie nicht abgeschrieben sind.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>1. Collect the printed tickets, receipts and the cash of today and compare them with the list of orders.
2. Tell the manager what is missing.
3. The manager makes a new code for this counter. Type it here.</source>
        <translation>1. Gedruckte Karten, Belege und das Bargeld von heute zusammentragen und mit der Liste der Bestellungen vergleichen.
2. Der Leitung sagen, was fehlt.
3. Die Leitung macht einen neuen Code für diese Kasse. Bitte hier eingeben.</translation>
    </message>
    <message>
        <source>New enrolment code</source>
        <translation>Neuer Einrichtungscode</translation>
    </message>
    <message>
        <source>Later: sell with the line up only   Esc</source>
        <translation>Später: nur mit Verbindung verkaufen   Esc</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Die Zentrale wird gefragt …</translation>
    </message>
    <message>
        <source>Set up anew   Enter</source>
        <translation>Neu einrichten   Enter</translation>
    </message>
    <message>
        <source>The code is missing. Compare the paper first; the manager has the code.</source>
        <translation>Der Code fehlt. Bitte zuerst das Papier vergleichen; den Code hat die Leitung.</translation>
    </message>
</context>
<context>
    <name>parterre::TopBar</name>
    <message>
        <source>Search seats and orders</source>
        <translation>Plätze und Bestellungen suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Drill: pretend the line is down</source>
        <translation>Übung: Verbindung als unterbrochen behandeln</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Parterre</source>
        <translation>Parterre</translation>
    </message>
    <message>
        <source>No event open</source>
        <translation>Keine Veranstaltung geöffnet</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>Events, orders, drill, sign out   F10</source>
        <translation>Spielplan, Bestellungen, Übung, Abmelden   F10</translation>
    </message>
    <message>
        <source>Give the offline reserve back</source>
        <translation>Offline-Reserve zurückgeben</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Open questions about payments and prints</source>
        <translation>Offene Fragen zu Zahlungen und Drucken</translation>
    </message>
    <message>
        <source>Counters, conflicts and alarms of all</source>
        <translation>Kassen, Konflikte und Alarme aller</translation>
    </message>
    <message>
        <source>Offline reserve</source>
        <translation>Offline-Reserve</translation>
    </message>
    <message>
        <source>Seat (C 12), order or name</source>
        <translation>Platz (C 12), Bestellung, Name</translation>
    </message>
</context>
</TS>
