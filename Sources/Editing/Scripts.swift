extension Unicode.Scalar {
    package var isHan: Bool {
        switch value {
        case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x323af, 0x3007: true
        default: false
        }
    }

    package var isKana: Bool { (0x3041...0x30ff).contains(value) && value != 0x30fb }
    package var isHangul: Bool { (0xac00...0xd7af).contains(value) }

    package var isLatin: Bool {
        switch value {
        case 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f: value != 0xd7 && value != 0xf7
        default: false
        }
    }

    package var isDigit: Bool { (0x30...0x39).contains(value) }
}

extension StringProtocol {
    package var hanCount: Int { unicodeScalars.reduce(0) { $0 + ($1.isHan ? 1 : 0) } }

    /// Han in Han and Latin letters together; 1 for a text with neither.
    package var hanShare: Double {
        let latin = unicodeScalars.reduce(0) { $0 + ($1.isLatin ? 1 : 0) }
        let han = hanCount
        return han + latin == 0 ? 1 : Double(han) / Double(han + latin)
    }

    /// Characters that only Traditional Chinese writes.
    package var traditional: [Character] {
        filter { traditionalCharacters.contains($0) }
    }
}

/// Characters that are never written in Simplified Chinese, the common ones; those that Simplified
/// keeps for some words (著, 乾, 後 in names of places) are left out.
private let traditionalCharacters = Set(
    """
    們個這來時對說國學會為無與從過還進開關門問間聞應該樣點電話車馬魚鳥長張場業產經濟結構總統選舉報導發現實際將軍隊員戰爭爾亞歐華醫藥療衛護\
    術藝術讀書寫語言譯認識記錄計劃設備務勞動勢勝負費資貨買賣貿購質貼賽賺贊讚財貢賠賬銀錢錯鐵鋼鍵鎖鏡鐘針釘鈴鉛銅錄頭題類顯願顧額風飛飯館餘餓\
    養魯鮮鳳鴨鷹麥麗黃黨齊齒龍龜歲歷歸殘殺氣漢沒決況測溫滿漲潔澤濃濟瀏灣災烏煙熱燈燒營獎獨獲環瑪瓊畫當療瘋發皺監盤盡眾睜矚碼礎禮稅種稱穩窮竊\
    競筆節範築簡簽籃糧紀約紅級純紙細終組紹紛縣織絕絲綠維網緊線編緩練縮續罰羅聖聯聰職聲聽肅腦腳臉臨舊艦莊萬葉蔣薩藍蘇蘭處號蟲蠻補裝製複見規視覺\
    親觀訂訊討訓託許訴診詞試詩誠誤課調談論諾謀謂謝證譜議變讓豐貓貝軌軟較載輕輛輪輸轉辦辭農遜遞遠適遲遷鄉鄭鄰醜釋鑒閃閉閱闊陣陰陳陸陽隨險難\
    雙雜離雲霧靈靜韓響頁頂項順須預領頻顏飲飾餐駐駕駛驗驚體鬥鬧鹽麼島峽嶺廠廣廳彈強彎徑復憂憶懷戲戶擁擇擊擔據擴擺攝敗數敵斷於暫術條東極構槍標樓\
    樹橋機檔檢權歡歎毀
    """)
